package com.leecyber.support.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one cell of a table asks: literals, comparisons with numbers, ranges, {@code not(…)}, or nothing.
 *
 * @param tests one of which must hold
 * @param negated whether none of them may hold
 */
record Cell(List<Test> tests, boolean negated) {

    private static final int LONGEST = 300;
    private static final String NUMBER = "-?\\d{1,9}(?:\\.\\d{1,9})?";
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("\\s*(?:\"([^\"\\\\]*)\"|(true|false)|(<=|>=|<|>)?\\s*("
            + NUMBER + ")|([\\[(\\]])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\])\\[]))\\s*(,|$)");

    /** One test of a cell. */
    interface Test {

        boolean holds(Object value);

        /** The value that it names, if it names just one. */
        default Optional<String> literal() {
            return Optional.empty();
        }

        /** The numbers at which its answer may change. */
        default List<BigDecimal> turns() {
            return List.of();
        }
    }

    private record Equal(String value) implements Test {

        @Override
        public boolean holds(Object other) {
            return value.equals(String.valueOf(other));
        }

        @Override
        public Optional<String> literal() {
            return Optional.of(value);
        }
    }

    private record Range(BigDecimal from, boolean withFrom, BigDecimal to, boolean withTo) implements Test {

        @Override
        public boolean holds(Object other) {
            if (!(other instanceof BigDecimal number)) {
                return false;
            }
            int low = from == null ? 1 : number.compareTo(from);
            int high = to == null ? -1 : number.compareTo(to);
            return (low > 0 || low == 0 && withFrom) && (high < 0 || high == 0 && withTo);
        }

        @Override
        public List<BigDecimal> turns() {
            return Stream.of(Optional.ofNullable(from), Optional.ofNullable(to))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** Reads a cell; empty when it says anything else. */
    static Optional<Cell> read(String text) {
        if (text.isEmpty() || text.equals("-")) {
            return Optional.of(new Cell(List.of(), false));
        }
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher not = NOT.matcher(text);
        boolean negated = not.matches();
        List<Test> tests = new ArrayList<>();
        Matcher matcher = TEST.matcher(negated ? not.group(1) : text);
        boolean more = true;
        while (more) {
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            tests.add(test(matcher));
            more = !matcher.group(9).isEmpty();
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        return Optional.of(new Cell(tests, negated));
    }

    private static Test test(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Equal(matcher.group(1));
        }
        if (matcher.group(2) != null) {
            return new Equal(matcher.group(2));
        }
        if (matcher.group(5) != null) {
            return new Range(
                    new BigDecimal(matcher.group(6)),
                    matcher.group(5).equals("["),
                    new BigDecimal(matcher.group(7)),
                    matcher.group(8).equals("]"));
        }
        BigDecimal number = new BigDecimal(matcher.group(4));
        String sign = matcher.group(3) == null ? "" : matcher.group(3);
        return switch (sign) {
            case "<" -> new Range(null, false, number, false);
            case "<=" -> new Range(null, false, number, true);
            case ">" -> new Range(number, false, null, false);
            case ">=" -> new Range(number, true, null, false);
            default -> new Range(number, true, number, true);
        };
    }

    boolean holds(Object value) {
        return tests.isEmpty() || tests.stream().anyMatch(test -> test.holds(value)) != negated;
    }

    List<String> literals() {
        return tests.stream().flatMap(test -> test.literal().stream()).toList();
    }

    List<BigDecimal> turns() {
        return tests.stream().flatMap(test -> test.turns().stream()).toList();
    }
}
