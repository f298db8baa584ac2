package com.leecyber.support.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a template's texts what each clone has of its own: the number, the customer, people, moments, and the ids that
 * the engine and the desk gave.
 */
final class Wording {

    private static final int SHARED_PART_OF_UUID = 24;

    private final Pattern own;
    private final Set<String> sharedIds;
    private final Map<Long, Integer> messages;

    /**
     * @param sharedIds ids of deployments, definitions and the like, which are nobody's own
     * @param messages the place of each message among the ticket's, by its id
     */
    Wording(String number, long customer, String email, Set<String> sharedIds, Map<Long, Integer> messages) {
        this.own = Pattern.compile("(" + Pattern.quote(number) + ")"
                + "|([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
                + "|\\b(" + Staff.names() + ")\\b"
                + "|(?<=customer:)(" + customer + ")\\b"
                + "|(" + Pattern.quote(email) + ")"
                + "|(?<=\"message\":)(\\d+)"
                + "|(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z)");
        this.sharedIds = sharedIds;
        this.messages = messages;
    }

    /** @param form how the parts that clones share are to be written */
    Cell cell(String text, UnaryOperator<String> form) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = own.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(new Part.Same(form.apply(text.substring(end, matcher.start()))));
            parts.addAll(parts(matcher.toMatchResult()));
            end = matcher.end();
        }
        parts.add(new Part.Same(form.apply(text.substring(end))));
        parts.removeIf(part -> part instanceof Part.Same same && same.text().isEmpty());
        return new Cell(List.copyOf(parts));
    }

    private List<Part> parts(MatchResult found) {
        String text = found.group();
        if (found.group(1) != null) {
            return List.of(Part.Own.NUMBER);
        } else if (found.group(2) != null) {
            return sharedIds.contains(text)
                    ? List.of(new Part.Same(text))
                    : List.of(new Part.Same(text.substring(0, SHARED_PART_OF_UUID)), Part.Own.UUID_END);
        } else if (found.group(3) != null) {
            return List.of(new Part.Colleague(text));
        } else if (found.group(4) != null) {
            return List.of(Part.Own.CUSTOMER);
        } else if (found.group(5) != null) {
            return List.of(Part.Own.EMAIL);
        } else if (found.group(6) != null) {
            Integer ordinal = messages.get(Long.parseLong(text));
            return List.of(ordinal == null ? new Part.Same(text) : new Part.MessageId(ordinal));
        }
        return List.of(new Part.Moment(Moments.micros(Instant.parse(text))));
    }
}
