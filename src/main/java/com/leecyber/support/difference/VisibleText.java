package com.leecyber.support.difference;

/** Text as an approver may trust it: what would be invisible, or turn the line round, is spelled out. */
final class VisibleText {

    private static final int LONGEST_LABEL = 120;

    private VisibleText() {}

    /** {@code ‹U+202E›} for each control or format character but line breaks and tabs. */
    static String of(String text) {
        if (text == null || text.codePoints().noneMatch(VisibleText::isInvisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isInvisible(character)) {
                visible.append("‹U+%04X›".formatted(character));
            } else {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    /** On one line, and cut where it is too long to be a label. */
    static String label(String text) {
        String line = of(text.strip().replaceAll("\\s+", " "));
        return line.length() <= LONGEST_LABEL ? line : line.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
