package com.leecyber.support.proof;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says things in the reader's language: Russian, or English for everybody else. */
final class Wording {

    private static final String BUNDLE = "com.leecyber.support.proof.wording";

    private final ResourceBundle texts;
    private final Locale locale;

    private Wording(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Wording of(Locale reader) {
        return new Wording(reader.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH);
    }

    String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }
}
