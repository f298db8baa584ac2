package com.leecyber.support.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The values of a circular's texts as the table {@code circular} keeps them: by language, then by name. */
final class CircularTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CircularTexts() {}

    static String write(Map<String, Map<String, String>> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts that are no JSON: " + values.keySet(), e);
        }
    }

    static Map<String, Map<String, String>> read(String values) {
        try {
            return JSON.readValue(values, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts of a circular that are no JSON", e);
        }
    }
}
