package com.leecyber.support.desk;

import com.leecyber.support.desk.KnownInstructions.Instruction;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An article of the knowledge base.
 *
 * @param services the codes of the services that it is about
 * @param stems beginnings of words that call for it
 * @param texts the instruction by language; Russian is always there
 */
record Article(String id, Set<String> services, Set<String> stems, Map<String, Instruction> texts) {

    static final String EVERY_SERVICE = "all";
    static final String RUSSIAN = "ru";

    private static final int WORDS_FOR_ANOTHER_SERVICE = 2;
    private static final int SERVICE_COUNTS_AS = 2;

    /**
     * How well it fits: one for every stem that was found, more for the right service. Customers choose the wrong service,
     * so two words bring an article from another one; nothing comes with neither.
     */
    OptionalInt score(String service, Set<String> words) {
        int found = (int) stems.stream()
                .filter(stem -> words.stream().anyMatch(word -> word.startsWith(stem)))
                .count();
        if (services.contains(service)) {
            return OptionalInt.of(found + SERVICE_COUNTS_AS);
        }
        boolean enough = found >= (services.contains(EVERY_SERVICE) ? 1 : WORDS_FOR_ANOTHER_SERVICE);
        return enough ? OptionalInt.of(found) : OptionalInt.empty();
    }

    Instruction instruction(Locale language) {
        return texts.getOrDefault(language.getLanguage(), texts.get(RUSSIAN));
    }
}
