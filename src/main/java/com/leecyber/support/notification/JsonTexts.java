package com.leecyber.support.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Texts as the table {@code circular} keeps them. */
final class JsonTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTexts() {}

    static String write(Map<String, ?> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts that are no JSON: " + texts.keySet(), e);
        }
    }

    /** The values of a circular's texts, by language and by name. */
    static Map<String, Map<String, String>> read(String values) {
        try {
            return JSON.readValue(values, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts of a circular that are no JSON", e);
        }
    }
}
