package com.leecyber.support.works;

import java.util.regex.Pattern;

/** The form of the number of works: {@code PW-2026-000001}, {@code EW-2026-000001}. */
final class WorksNumber {

    private static final Pattern FORM = Pattern.compile("[PE]W-\\d{4}-\\d{6,18}");

    private WorksNumber() {}

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    static String of(WorksKind kind, int year, long sequence) {
        return "%s-%d-%06d".formatted(kind.prefix, year, sequence);
    }
}
