package com.leecyber.support.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one line that this package wrote as JSON: an object of texts, whole numbers, nulls and lists of texts, without white
 * space between them. Anything else is refused, with the column.
 */
final class JsonLine {

    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    static Map<String, Object> read(String line) {
        JsonLine reader = new JsonLine(line);
        Map<String, Object> object = reader.object();
        if (reader.at != line.length()) {
            throw reader.unreadable();
        }
        return object;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        do {
            String name = text();
            expect(':');
            if (object.containsKey(name)) {
                throw unreadable();
            }
            object.put(name, value());
        } while (accept(','));
        expect('}');
        return object;
    }

    private Object value() {
        return switch (peek()) {
            case '"' -> text();
            case '[' -> texts();
            case 'n' -> nothing();
            default -> number();
        };
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        expect('[');
        if (accept(']')) {
            return texts;
        }
        do {
            texts.add(text());
        } while (accept(','));
        expect(']');
        return texts;
    }

    private Object nothing() {
        for (char letter : "null".toCharArray()) {
            expect(letter);
        }
        return null;
    }

    private Integer number() {
        int start = at;
        while (at < line.length() && Character.isDigit(line.charAt(at)) && at - start < 9) {
            at++;
        }
        if (at == start) {
            throw unreadable();
        }
        return Integer.valueOf(line.substring(start, at));
    }

    private String text() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char character = line.charAt(at++);
            if (character < ' ') {
                throw unreadable();
            }
            text.append(character == '\\' ? escaped() : character);
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char character = peek();
        at++;
        return switch (character) {
            case '"', '\\' -> character;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> code();
            default -> throw unreadable();
        };
    }

    private char code() {
        if (at + 4 > line.length()) {
            throw unreadable();
        }
        try {
            char character = (char) Integer.parseInt(line.substring(at, at + 4), 16);
            at += 4;
            return character;
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private char peek() {
        if (at >= line.length()) {
            throw unreadable();
        }
        return line.charAt(at);
    }

    private boolean accept(char expected) {
        boolean found = at < line.length() && line.charAt(at) == expected;
        if (found) {
            at++;
        }
        return found;
    }

    private void expect(char expected) {
        if (!accept(expected)) {
            throw unreadable();
        }
    }

    private Unreadable unreadable() {
        return new Unreadable("column " + (at + 1) + ": " + Shortened.of(line.substring(Math.min(at, line.length()))));
    }
}
