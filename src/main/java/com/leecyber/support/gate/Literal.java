package com.leecyber.support.gate;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell that answers: one text, number or truth, and nothing that is computed. */
final class Literal {

    static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "number");

    private static final int LONGEST = 2_000;
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]{0," + LONGEST + "})\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private Literal() {}

    /** Its value without quotation marks; empty when it is no literal of the type. */
    static Optional<String> read(String type, String text) {
        return switch (type) {
            case "string" -> {
                Matcher matcher = TEXT.matcher(text);
                yield matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
            }
            case "boolean" -> Optional.of(text).filter(value -> value.equals("true") || value.equals("false"));
            case "integer", "long" -> Optional.of(text).filter(WHOLE.asMatchPredicate());
            default -> Optional.of(text).filter(NUMBER.asMatchPredicate());
        };
    }
}
