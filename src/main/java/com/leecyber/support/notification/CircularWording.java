package com.leecyber.support.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a circular says in each language, worded when it begins: later mails of it say the same as the first. */
@Component
class CircularWording {

    private static final String CUSTOMER = "customer";

    private final Moments moments;
    private final MessageSource messages;
    private final NotificationSettings settings;

    CircularWording(Moments moments, MessageSource messages, NotificationSettings settings) {
        this.moments = moments;
        this.messages = messages;
        this.settings = settings;
    }

    /** Every value of its texts but the reader's name, by language and by name. */
    Map<String, Map<String, String>> values(Circular circular) {
        Map<String, Map<String, String>> values = new TreeMap<>();
        for (String language : Templates.LANGUAGES) {
            Map<String, String> inLanguage = values(circular, Locale.forLanguageTag(language));
            requireAll(circular, inLanguage.keySet(), language);
            values.put(language, inLanguage);
        }
        return values;
    }

    private Map<String, String> values(Circular circular, Locale language) {
        Map<String, String> values = new TreeMap<>(circular.texts().getOrDefault(language, Map.of()));
        circular.moments().forEach((name, moment) -> values.put(name, moments.write(moment, language)));
        values.put("number", circular.about());
        values.put("panel", settings.panelOf(""));
        circular.kind().clause().ifPresent(clause -> values.put("clause", Clause.forReaders(clause)));
        return values;
    }

    private static void requireAll(Circular circular, Set<String> given, String language) {
        Set<String> wanted = new TreeSet<>(circular.kind().notification().placeholders());
        wanted.remove(CUSTOMER);
        if (!wanted.equals(given)) {
            throw new IllegalArgumentException(
                    circular.key() + " needs " + wanted + " in " + language + ", but has " + given);
        }
    }

    /** The texts of one reader. */
    static Map<String, String> forReader(Map<String, String> values, String name) {
        Map<String, String> all = new TreeMap<>(values);
        all.put(CUSTOMER, OneLine.of(name));
        return all;
    }

    /**
     * The calendar file in each language.
     *
     * @param revision how many went out about the same before
     */
    Map<String, String> calendars(
            Circular circular, Map<String, Map<String, String>> values, int revision, Instant now) {
        Map<String, String> files = new TreeMap<>();
        values.forEach((language, words) -> files.put(language, calendar(circular, words, language, revision, now)));
        return files;
    }

    private String calendar(Circular circular, Map<String, String> words, String language, int revision, Instant now) {
        String summary = messages.getMessage(
                "notification.calendar-summary",
                new Object[] {OneLine.of(words.get("services"))},
                Locale.forLanguageTag(language));
        return new WorksCalendar(
                        circular.about() + "@" + settings.messageIdDomain(),
                        settings.from(),
                        revision,
                        circular.kind() == CircularKind.WORKS_CANCELLED,
                        now,
                        circular.moments().get("from"),
                        circular.moments().get("to"),
                        summary,
                        words.get("text") + "\n\n" + circular.about() + "\n" + words.get("panel"))
                .write();
    }
}
