package com.leecyber.support.works;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/** What customers and the public read, in both languages. */
@Embeddable
public record PublicText(
        @Column(name = "text_ru") String russian,
        @Column(name = "text_en") String english) {

    /** In a reader's language. */
    public String in(Locale language) {
        return "en".equals(language.getLanguage()) ? english : russian;
    }
}
