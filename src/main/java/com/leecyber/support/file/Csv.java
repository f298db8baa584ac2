package com.leecyber.support.file;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes tables as comma-separated values (RFC 4180) that are inert in spreadsheets.
 *
 * <p>A spreadsheet takes what begins like a formula for one; an apostrophe makes it a text. In some countries a
 * spreadsheet splits at semicolons instead of commas and then sees a beginning after each of them, and after each line
 * break: these are guarded as well. Whoever needs a text to the letter takes the JSON Lines.
 */
public final class Csv {

    /** Tells a spreadsheet that the file is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String FORMULA = "(?=[\\s\\p{Z}\\p{Cf}\"']*[=+\\-@\uff1d\uff0b\uff0d\uff20])";
    private static final Pattern BEGINNING = Pattern.compile("^(?:" + FORMULA + "|(?=[\\t\\r\\n]))");
    private static final Pattern WITHIN = Pattern.compile("([;\\t\\r\\n])" + FORMULA);
    private static final Pattern PLAIN = Pattern.compile("[^\",;\\t\\r\\n\ufeff]*");

    private Csv() {}

    /** One line with its end; null is an empty cell, several values are parted by spaces. */
    public static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** One cell. */
    public static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value instanceof Collection<?> values
                ? values.stream().map(Object::toString).collect(Collectors.joining(" "))
                : Objects.toString(value, "");
        String inert = BEGINNING.matcher(WITHIN.matcher(text).replaceAll("$1'")).replaceFirst("'");
        return PLAIN.matcher(inert).matches() ? inert : "\"" + inert.replace("\"", "\"\"") + "\"";
    }
}
