package com.leecyber.support.inspection;

import com.leecyber.support.ticket.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which numbers of tickets are meant: one, or all that begin alike.
 *
 * @param year the beginning with the year, such as {@code SD-2026-}; null when any year will do
 * @param ids the ranges of ids, which numbers carry; none when every one will do
 */
record NumberSought(String year, List<Ids> ids) {

    private static final Pattern WHOLE = Pattern.compile("(?:(SD-\\d{4}-)(?=\\d{6}))?0*(\\d{1,15})");
    private static final Pattern BEGINNING = Pattern.compile("(SD-\\d{4})(?:-(\\d{0,5}))?");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 10;

    /** Both ends are meant too. */
    record Ids(long first, long last) {}

    /**
     * What somebody typed: a number, its digits alone, or its beginning.
     *
     * @throws InvalidInput when it is none of these
     */
    static NumberSought typed(String text) {
        String number = text.strip().toUpperCase(Locale.ROOT);
        Matcher whole = WHOLE.matcher(number);
        if (whole.matches()) {
            long id = Long.parseLong(whole.group(2));
            return new NumberSought(whole.group(1), List.of(new Ids(id, id)));
        }
        Matcher beginning = BEGINNING.matcher(number);
        if (!beginning.matches()) {
            throw new InvalidInput("number", "audit.search.error.number", text);
        }
        String digits = beginning.group(2) == null ? "" : beginning.group(2);
        return new NumberSought(beginning.group(1) + "-", digits.isEmpty() ? List.of() : ranges(digits));
    }

    /** Numbers have at least six digits, with zeros before; longer ones begin with no zero. */
    private static List<Ids> ranges(String digits) {
        List<Ids> ranges = new ArrayList<>();
        int longest = digits.startsWith("0") ? SHORTEST : LONGEST;
        for (int length = SHORTEST; length <= longest; length++) {
            long size = (long) Math.pow(10, length - digits.length());
            long first = Long.parseLong(digits) * size;
            ranges.add(new Ids(first, first + size - 1));
        }
        return List.copyOf(ranges);
    }
}
