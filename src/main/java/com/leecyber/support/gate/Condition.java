package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a flow or a mapping asks: comparisons of known facts, nothing that could call anything.
 *
 * <p>It is evaluated over the facts that are given; where it depends on others, its value is {@link #UNKNOWN}.
 */
final class Condition {

    /** The value of what depends on facts that are not given. */
    static final Object UNKNOWN = new Object();

    private static final int LONGEST = 500;
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\d{1,9})(?![\\w.])|'([^'\\\\]*)'|\"([^\"\\\\]*)\""
            + "|([A-Za-z_]\\w*)|(==|!=|<=|>=|&&|\\|\\||[<>!?:()]))\\s*");
    private static final Map<String, String> WORDS = Map.of(
            "and", "&&", "or", "||", "not", "!", "eq", "==", "ne", "!=", "lt", "<", "gt", ">", "le", "<=", "ge", ">=");
    private static final Set<String> RESERVED = Set.of("instanceof", "div", "mod", "empty");

    private final Term term;
    private final Set<String> names;

    private Condition(Term term, Set<String> names) {
        this.term = term;
        this.names = Set.copyOf(names);
    }

    /** Part of a condition. */
    private interface Term {

        Object value(Map<String, Object> facts);

        default boolean decides() {
            return true;
        }
    }

    private record Literal(Object literal) implements Term {

        @Override
        public Object value(Map<String, Object> facts) {
            return literal;
        }

        @Override
        public boolean decides() {
            return literal instanceof Boolean;
        }
    }

    private record Fact(String name) implements Term {

        @Override
        public Object value(Map<String, Object> facts) {
            return facts.getOrDefault(name, UNKNOWN);
        }
    }

    /** It says something else than such conditions may say. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** Reads {@code ${outcome == 'ASK'}}. */
    static Condition read(String text) throws Unreadable {
        if (text.length() > LONGEST || !text.startsWith("${") || !text.endsWith("}")) {
            throw new Unreadable();
        }
        Reader reader = new Reader(tokens(text.substring(2, text.length() - 1)));
        Term term = reader.choice();
        reader.end();
        return new Condition(term, reader.names);
    }

    Object value(Map<String, Object> facts) {
        return term.value(facts);
    }

    /** Whether it can be the answer to a yes-or-no question. */
    boolean decides() {
        return term.decides();
    }

    Set<String> names() {
        return names;
    }

    /** A token; what it is stands in its first character: {@code #} number, {@code '} text, {@code a} name, {@code =} sign. */
    private static List<String> tokens(String text) throws Unreadable {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.regionStart() < text.length()) {
            if (!matcher.lookingAt()) {
                throw new Unreadable();
            }
            tokens.add(token(matcher));
            matcher.region(matcher.end(), text.length());
        }
        return tokens;
    }

    private static String token(Matcher matcher) throws Unreadable {
        if (matcher.group(1) != null) {
            return "#" + matcher.group(1);
        }
        if (matcher.group(2) != null || matcher.group(3) != null) {
            return "'" + (matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        if (matcher.group(4) == null) {
            return "=" + matcher.group(5);
        }
        String word = matcher.group(4);
        if (RESERVED.contains(word)) {
            throw new Unreadable();
        }
        return WORDS.containsKey(word) ? "=" + WORDS.get(word) : "a" + word;
    }

    /** Reads by descent, weakest binding first. */
    private static final class Reader {

        private final List<String> tokens;
        private final Set<String> names = new HashSet<>();
        private int next;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        void end() throws Unreadable {
            if (next < tokens.size()) {
                throw new Unreadable();
            }
        }

        private boolean takes(String... signs) {
            if (next < tokens.size()) {
                for (String sign : signs) {
                    if (tokens.get(next).equals("=" + sign)) {
                        next++;
                        return true;
                    }
                }
            }
            return false;
        }

        private String taken() {
            return tokens.get(next - 1).substring(1);
        }

        private void demand(String sign) throws Unreadable {
            if (!takes(sign)) {
                throw new Unreadable();
            }
        }

        Term choice() throws Unreadable {
            Term question = either();
            if (!takes("?")) {
                return question;
            }
            Term yes = choice();
            demand(":");
            Term no = choice();
            return facts -> {
                Object answer = truth(question.value(facts));
                return answer == UNKNOWN ? UNKNOWN : (answer == Boolean.TRUE ? yes : no).value(facts);
            };
        }

        private Term either() throws Unreadable {
            Term left = both();
            while (takes("||")) {
                Term first = left;
                Term second = both();
                left = facts -> or(truth(first.value(facts)), truth(second.value(facts)));
            }
            return left;
        }

        private Term both() throws Unreadable {
            Term left = equality();
            while (takes("&&")) {
                Term first = left;
                Term second = equality();
                left = facts -> not(or(not(truth(first.value(facts))), not(truth(second.value(facts)))));
            }
            return left;
        }

        private Term equality() throws Unreadable {
            Term left = order();
            while (takes("==", "!=")) {
                boolean equal = taken().equals("==");
                Term first = left;
                Term second = order();
                left = facts -> {
                    Object same = same(first.value(facts), second.value(facts));
                    return equal ? same : not(same);
                };
            }
            return left;
        }

        private Term order() throws Unreadable {
            Term left = negation();
            while (takes("<=", ">=", "<", ">")) {
                negation();
                left = facts -> UNKNOWN;
            }
            return left;
        }

        private Term negation() throws Unreadable {
            if (takes("!")) {
                Term negated = negation();
                return facts -> not(truth(negated.value(facts)));
            }
            return primary();
        }

        private Term primary() throws Unreadable {
            if (takes("(")) {
                Term inside = choice();
                demand(")");
                return inside;
            }
            if (next == tokens.size()) {
                throw new Unreadable();
            }
            String token = tokens.get(next++);
            String value = token.substring(1);
            return switch (token.charAt(0)) {
                case '#' -> new Literal(Long.valueOf(value));
                case '\'' -> new Literal(value);
                case 'a' -> named(value);
                default -> throw new Unreadable();
            };
        }

        private Term named(String name) {
            return switch (name) {
                case "true", "false" -> new Literal(Boolean.valueOf(name));
                case "null" -> facts -> UNKNOWN;
                default -> {
                    names.add(name);
                    yield new Fact(name);
                }
            };
        }

        private static Object truth(Object value) {
            return value == UNKNOWN || value instanceof Boolean ? value : Boolean.valueOf("true".equals(value));
        }

        private static Object not(Object truth) {
            return truth == UNKNOWN ? UNKNOWN : Boolean.valueOf(truth != Boolean.TRUE);
        }

        private static Object or(Object first, Object second) {
            if (first == Boolean.TRUE || second == Boolean.TRUE) {
                return Boolean.TRUE;
            }
            return first == UNKNOWN || second == UNKNOWN ? UNKNOWN : Boolean.FALSE;
        }

        private static Object same(Object first, Object second) {
            if (first == UNKNOWN || second == UNKNOWN) {
                return UNKNOWN;
            }
            if (first instanceof Boolean || second instanceof Boolean) {
                return Boolean.valueOf(truth(first) == truth(second));
            }
            return Boolean.valueOf(String.valueOf(first).equals(String.valueOf(second)));
        }
    }
}
