package com.leecyber.support.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.leecyber.support.proof.JournalEntry;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in one sentence what an entry of the journal tells of.
 *
 * <p>The sentences are in the message bundles, one for each kind: {@code {rule}} stands for that detail of the entry, and
 * what is in square brackets is said only when every detail in it is there. So entries of older versions, with other
 * details, are told as well; a kind without a sentence is told by its name.
 */
@Component
class EventSentences {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
    private static final Pattern DETAIL = Pattern.compile("\\{([A-Za-z.]+)}");
    private static final String UNKNOWN = "…";

    private final MessageSource messages;
    private final DetailWords words;

    EventSentences(MessageSource messages, DetailWords words) {
        this.messages = messages;
        this.words = words;
    }

    /** The entry's sentence, with the desk's own words for what the details name. */
    String of(JournalEntry entry, Locale language) {
        String sentence = messages.getMessage("audit.event." + entry.kind(), null, entry.kind(), language);
        JsonNode details = details(entry);
        return PART.matcher(sentence)
                .results()
                .map(part -> part.group(1) == null
                        ? filled(part.group(2), entry, details, language)
                        : whenKnown(part.group(1), entry, details, language))
                .collect(Collectors.joining());
    }

    private String whenKnown(String part, JournalEntry entry, JsonNode details, Locale language) {
        boolean known =
                DETAIL.matcher(part).results().allMatch(detail -> word(detail, entry, details, language) != null);
        return known ? filled(part, entry, details, language) : "";
    }

    private String filled(String part, JournalEntry entry, JsonNode details, Locale language) {
        return DETAIL.matcher(part).replaceAll(detail -> {
            String word = word(detail, entry, details, language);
            return Matcher.quoteReplacement(word == null ? UNKNOWN : word);
        });
    }

    private String word(MatchResult detail, JournalEntry entry, JsonNode details, Locale language) {
        String name = detail.group(1);
        return words.of(entry.kind(), name, details.at("/" + name.replace('.', '/')), language);
    }

    /** An entry that somebody has altered may have anything there. */
    private static JsonNode details(JournalEntry entry) {
        try {
            JsonNode details = JSON.readTree(entry.details());
            return details == null ? JSON.createObjectNode() : details;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
