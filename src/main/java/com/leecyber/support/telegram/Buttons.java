package com.leecyber.support.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What can be pressed below a message, row by row.
 *
 * <p>In the outbox: {@code [[{"text": "Question", "press": "type:QUESTION:17"}], …]}; {@code press} comes back when the
 * button is pressed and has at most 64 bytes.
 */
record Buttons(List<List<Button>> rows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One button. */
    record Button(String text, String press) {}

    /** One button a row. */
    static Buttons below(Button... buttons) {
        return new Buttons(Arrays.stream(buttons).map(List::of).toList());
    }

    /** The same with one more row. */
    Buttons and(Button... row) {
        List<List<Button>> more = new ArrayList<>(rows);
        more.add(List.of(row));
        return new Buttons(more);
    }

    String json() {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Buttons read(String json) {
        try {
            return new Buttons(Arrays.stream(JSON.readValue(json, Button[][].class))
                    .map(List::of)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("These are no buttons: " + json, e);
        }
    }
}
