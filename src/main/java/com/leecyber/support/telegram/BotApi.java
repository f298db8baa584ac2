package com.leecyber.support.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.beans.factory.DisposableBean;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The way to the Bot API. Its addresses contain the token, so no failure leaves here with its cause.
 *
 * <p>What is said goes through the library's client. News are asked for without it: the library confirms them before
 * anybody has stored them, and one that it cannot read would stop all that follow. Files, too: its download has no limit.
 */
@BotComponent
class BotApi implements DisposableBean {

    /** Several in a row must fit into the outbox's lease. */
    private static final Duration CALL = Duration.ofSeconds(5);

    private static final Duration DOWNLOAD = Duration.ofSeconds(60);
    private static final int MOST_UPDATES = 50;
    private static final List<String> WANTED = List.of("message", "edited_message", "callback_query", "my_chat_member");
    private static final MediaType JSON = MediaType.get("application/json");

    private final TelegramSettings settings;
    private final ObjectMapper json;
    private final Refusals refusals;
    private final OkHttpClient http;
    private final TelegramClient client;
    private volatile Call polling;

    BotApi(TelegramSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.refusals = new Refusals(settings.token());
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CALL)
                .readTimeout(CALL)
                .writeTimeout(CALL)
                .callTimeout(CALL)
                .build();
        HttpUrl api = HttpUrl.get(settings.api());
        this.client = new OkHttpTelegramClient(
                http, settings.token(), new TelegramUrl(api.scheme(), api.host(), api.port(), false));
    }

    /**
     * Waits for news.
     *
     * @param offset confirms everything before it; null confirms nothing
     * @throws BotFailure when there was no answer
     */
    List<JsonNode> updates(Long offset) {
        Map<String, Object> question = new HashMap<>(Map.of(
                "timeout", settings.pollTimeout().toSeconds(),
                "limit", MOST_UPDATES,
                "allowed_updates", WANTED));
        if (offset != null) {
            question.put("offset", offset);
        }
        Duration longest = settings.pollTimeout().plusSeconds(10);
        try {
            Request request = new Request.Builder()
                    .url(address("bot" + settings.token(), "getUpdates"))
                    .post(RequestBody.create(json.writeValueAsBytes(question), JSON))
                    .build();
            polling = http.newBuilder()
                    .readTimeout(longest)
                    .callTimeout(longest)
                    .build()
                    .newCall(request);
            try (Response response = polling.execute()) {
                List<JsonNode> updates = new ArrayList<>();
                refusals.resultOf(json.readTree(response.body().byteStream())).forEach(updates::add);
                return updates;
            }
        } catch (IOException e) {
            throw refusals.of(e);
        }
    }

    /** Ends a wait for news that is under way. */
    void hangUp() {
        Call current = polling;
        if (current != null) {
            current.cancel();
        }
    }

    /** A bot that something else once called by a webhook gets no news until that is gone. */
    void endWebhook() {
        call(new DeleteWebhook());
    }

    /**
     * Puts commands into the menu beside the field in which people type.
     *
     * @param language whose readers see them; null for all others
     */
    void offer(List<BotCommand> commands, String language) {
        call(SetMyCommands.builder().commands(commands).languageCode(language).build());
    }

    /**
     * Does one thing.
     *
     * @throws BotFailure when it was not done, or nobody knows whether it was
     */
    <T extends Serializable> T call(BotApiMethod<T> method) {
        try {
            return client.execute(method);
        } catch (TelegramApiException | RuntimeException e) {
            throw refusals.of(e);
        }
    }

    /** Takes the waiting sign off a pressed button; whether that works is of no importance. */
    void answerPress(String callback, String text) {
        try {
            client.executeAsync(AnswerCallbackQuery.builder()
                    .callbackQueryId(callback)
                    .text(text)
                    .build());
        } catch (TelegramApiException | RuntimeException e) {
            // The sign goes away by itself.
        }
    }

    /**
     * What a file holds.
     *
     * @param most bytes; of a larger file one more than that is read
     */
    byte[] download(String fileId, int most) {
        String path = call(GetFile.builder().fileId(fileId).build()).getFilePath();
        Request request = new Request.Builder()
                .url(address("file/bot" + settings.token(), path))
                .build();
        OkHttpClient patient =
                http.newBuilder().readTimeout(DOWNLOAD).callTimeout(DOWNLOAD).build();
        try (Response response = patient.newCall(request).execute();
                InputStream content = response.body().byteStream()) {
            if (!response.isSuccessful()) {
                throw new BotFailure(0, "The file's address answers " + response.code(), null);
            }
            return content.readNBytes(most + 1);
        } catch (IOException e) {
            throw refusals.of(e);
        }
    }

    private HttpUrl address(String first, String rest) {
        return HttpUrl.get(settings.api())
                .newBuilder()
                .addPathSegments(first)
                .addPathSegments(rest)
                .build();
    }

    @Override
    public void destroy() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
