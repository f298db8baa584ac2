package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the plainest HTML there is: lower-case tags, values in double quotes, whole comments. Browsers forgive much more, each in
 * its own way, and what reads differently in two of them is how attacks pass; so nothing more is read here.
 */
final class HtmlLexer {

    private static final Set<String> ENTITIES =
            Set.of("amp", "lt", "gt", "quot", "nbsp", "laquo", "raquo", "ndash", "mdash");
    private static final String SCRIPT = "script";

    private final String text;
    private int at;
    private int line = 1;

    private HtmlLexer(String text) {
        this.text = text;
    }

    /** Where reading stopped. */
    static final class Odd extends Exception {

        private static final long serialVersionUID = 1;

        private final int line;

        Odd(int line) {
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static List<HtmlToken> read(String text) throws Odd {
        HtmlLexer lexer = new HtmlLexer(text);
        List<HtmlToken> tokens = new ArrayList<>();
        while (lexer.at < text.length()) {
            HtmlToken token = lexer.next();
            tokens.add(token);
            if (token.kind() == HtmlToken.Kind.START && token.text().equals(SCRIPT)) {
                tokens.add(lexer.rawUntil("</script>"));
            }
        }
        return tokens;
    }

    private Odd odd() {
        return new Odd(line);
    }

    private HtmlToken next() throws Odd {
        int start = line;
        if (takes("<!--")) {
            return new HtmlToken(HtmlToken.Kind.COMMENT, comment(), Map.of(), start);
        }
        if (takes("</")) {
            String name = word();
            demand(">");
            return new HtmlToken(HtmlToken.Kind.END, name, Map.of(), start);
        }
        if (takes("<")) {
            String name = word();
            return new HtmlToken(HtmlToken.Kind.START, name, attributes(), start);
        }
        return new HtmlToken(HtmlToken.Kind.TEXT, characters('<'), Map.of(), start);
    }

    private HtmlToken rawUntil(String end) throws Odd {
        int start = line;
        int stop = text.indexOf(end, at);
        if (stop < 0) {
            throw odd();
        }
        String raw = text.substring(at, stop);
        advance(stop - at);
        return new HtmlToken(HtmlToken.Kind.TEXT, raw, Map.of(), start);
    }

    private String comment() throws Odd {
        int stop = text.indexOf("-->", at);
        if (stop < 0) {
            throw odd();
        }
        String comment = text.substring(at, stop);
        if (comment.startsWith(">") || comment.startsWith("->") || comment.contains("--") || comment.endsWith("-")) {
            throw odd();
        }
        advance(stop + 3 - at);
        return comment;
    }

    private Map<String, String> attributes() throws Odd {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (!takes(">")) {
            if (!skipSpace()) {
                throw odd();
            }
            if (takes(">")) {
                break;
            }
            String name = word();
            String value = null;
            if (takes("=\"")) {
                value = characters('"');
                demand("\"");
            }
            if (attributes.containsKey(name)) {
                throw odd();
            }
            attributes.put(name, value);
        }
        return attributes;
    }

    /** A name: lower-case letters, digits after the first, hyphens. */
    private String word() throws Odd {
        int start = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || at > start && isInside(text.charAt(at)))) {
            at++;
        }
        if (at == start) {
            throw odd();
        }
        return text.substring(start, at);
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z';
    }

    private static boolean isInside(char character) {
        return character == '-' || character >= '0' && character <= '9';
    }

    /** Text up to a character, with known entities alone; an angle bracket in it must be written {@code &lt;}. */
    private String characters(char end) throws Odd {
        int start = at;
        while (at < text.length() && text.charAt(at) != end) {
            char character = text.charAt(at);
            if (character == '<' || character == '>' || character == '&' && !isEntity()) {
                throw odd();
            }
            advance(1);
        }
        return text.substring(start, at);
    }

    private boolean isEntity() {
        int stop = text.indexOf(';', at);
        return stop > 0 && stop - at < 10 && ENTITIES.contains(text.substring(at + 1, stop));
    }

    private boolean skipSpace() {
        int start = at;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            advance(1);
        }
        return at > start;
    }

    private boolean takes(String expected) {
        boolean there = text.startsWith(expected, at);
        if (there) {
            advance(expected.length());
        }
        return there;
    }

    private void demand(String expected) throws Odd {
        if (!takes(expected)) {
            throw odd();
        }
    }

    private void advance(int characters) {
        for (int end = at + characters; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            }
        }
    }
}
