package com.leecyber.support.incident;

import java.util.Locale;

/** The same text in both languages. */
record Bilingual(String russian, String english) {

    String in(Locale language) {
        return Incident.isEnglish(language) ? english : russian;
    }
}
