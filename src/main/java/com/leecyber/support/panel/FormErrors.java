package com.leecyber.support.panel;

import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is wrong with a form, in the reader's language; several words about one field stand together. */
final class FormErrors {

    static final FormErrors NONE = new FormErrors(Map.of());

    private final Map<String, String> byField;

    private FormErrors(Map<String, String> byField) {
        this.byField = byField;
    }

    static FormErrors of(List<FieldError> errors, MessageSource messages) {
        Map<String, String> texts = new LinkedHashMap<>();
        errors.forEach(error -> texts.merge(
                error.field(),
                messages.getMessage(error.messageKey(), error.arguments(), LocaleContextHolder.getLocale()),
                (first, second) -> first + " " + second));
        return new FormErrors(texts);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** The complaint at that field, or null. */
    public String at(String field) {
        return byField.get(field);
    }

    public Map<String, String> all() {
        return byField;
    }
}
