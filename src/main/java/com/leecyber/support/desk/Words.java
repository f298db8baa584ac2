package com.leecyber.support.desk;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as they are compared: small letters, and «ё» as most people type it. */
final class Words {

    private Words() {}

    /** The different words of a text. */
    static Set<String> of(String text) {
        return Stream.of(plain(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
