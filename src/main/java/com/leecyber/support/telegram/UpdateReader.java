package com.leecyber.support.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.telegram.Update.SentFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the few things that the desk needs, so that whatever Telegram adds one day is no obstacle. */
final class UpdateReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Set<String> READ_RUSSIAN = Set.of("ru", "be", "uk", "kk", "ky", "uz", "tg", "hy", "az");
    private static final List<String> FILES = List.of("document", "video", "audio", "voice", "animation", "video_note");
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss").withZone(ZoneOffset.UTC);

    private UpdateReader() {}

    /** The chat that it came from; null when it is from none. */
    static Long chatOf(JsonNode update) {
        JsonNode chat = chat(update);
        return chat.path("id").isIntegralNumber() ? chat.path("id").asLong() : null;
    }

    /**
     * What the stored text says.
     *
     * @throws IllegalArgumentException when it is not what Telegram sends
     */
    static Update read(String raw) {
        try {
            return read(JSON.readTree(raw));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON", e);
        }
    }

    private static Update read(JsonNode update) {
        if (!"private".equals(chat(update).path("type").asText())) {
            return new Update.Ignored();
        }
        long chat = chatOf(update);
        if (update.has("callback_query")) {
            JsonNode pressed = update.get("callback_query");
            return new Update.Pressed(
                    chat,
                    language(pressed),
                    pressed.path("id").asText(),
                    pressed.path("data").asText());
        }
        if (update.has("edited_message")) {
            JsonNode message = update.get("edited_message");
            return new Update.Edited(
                    chat, language(message), message.path("message_id").asLong());
        }
        if (update.has("my_chat_member")) {
            String standing =
                    update.at("/my_chat_member/new_chat_member/status").asText();
            return "kicked".equals(standing) ? new Update.Left(chat) : new Update.Ignored();
        }
        return update.has("message") ? said(chat, update.get("message")) : new Update.Ignored();
    }

    private static Update said(long chat, JsonNode message) {
        Locale language = language(message);
        if (message.path("from").path("is_bot").asBoolean()) {
            return new Update.Ignored();
        }
        if (message.has("contact")) {
            return new Update.ContactShared(chat, language);
        }
        String text = message.path("text").asText(message.path("caption").asText(""));
        SentFile file = file(message);
        if (text.isBlank() && file == null) {
            return new Update.Unusable(chat, language);
        }
        JsonNode answered = message.path("reply_to_message");
        boolean answersUs = answered.path("from").path("is_bot").asBoolean();
        return new Update.Said(
                chat,
                language,
                text.strip(),
                file,
                message.path("media_group_id").asText(null),
                answersUs ? answered.path("text").asText(null) : null);
    }

    private static SentFile file(JsonNode message) {
        String moment =
                IN_NAMES.format(Instant.ofEpochSecond(message.path("date").asLong()));
        JsonNode photos = message.path("photo");
        if (photos.size() > 0) {
            // The same picture in several sizes, the largest last.
            JsonNode largest = photos.get(photos.size() - 1);
            return file(largest, "photo_" + moment + ".jpg");
        }
        for (String kind : FILES) {
            if (message.has(kind)) {
                return file(message.get(kind), kind + "_" + moment);
            }
        }
        return null;
    }

    private static SentFile file(JsonNode file, String nameUnlessGiven) {
        return new SentFile(
                file.path("file_id").asText(),
                file.path("file_name").asText(nameUnlessGiven),
                file.path("file_size").asLong());
    }

    private static JsonNode chat(JsonNode update) {
        for (String kind : List.of("message", "edited_message", "my_chat_member", "channel_post")) {
            if (update.has(kind)) {
                return update.get(kind).path("chat");
            }
        }
        return update.path("callback_query").path("message").path("chat");
    }

    /** Russian unless the sender's Telegram speaks a language whose readers rather have English. */
    private static Locale language(JsonNode said) {
        String code = said.path("from").path("language_code").asText("ru");
        return READ_RUSSIAN.contains(code.split("-")[0]) ? RUSSIAN : Locale.ENGLISH;
    }
}
