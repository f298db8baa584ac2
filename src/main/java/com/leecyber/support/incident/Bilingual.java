package com.leecyber.support.incident;

import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import com.leecyber.support.ticket.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same text in both languages. */
record Bilingual(String russian, String english) {

    /**
     * What was typed into two fields.
     *
     * @throws InvalidInput with an error for each that is empty or too long
     */
    static Bilingual of(String russian, String english) {
        List<FieldError> errors = new ArrayList<>();
        String one = text("textRu", russian, errors);
        String other = text("textEn", english, errors);
        InvalidInput.throwIfAny(errors);
        return new Bilingual(one, other);
    }

    private static String text(String field, String value, List<FieldError> errors) {
        try {
            return Text.message(field, value);
        } catch (InvalidInput refused) {
            errors.addAll(refused.errors());
            return null;
        }
    }

    String in(Locale language) {
        return Incident.isEnglish(language) ? english : russian;
    }
}
