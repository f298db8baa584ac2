package com.leecyber.support.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Makes failures of what the Bot API and the way to it say: with everything in them but the token. */
record Refusals(String token) {

    /**
     * What was asked for.
     *
     * @throws BotFailure when the answer is a refusal
     */
    JsonNode resultOf(JsonNode answer) {
        if (answer.path("ok").asBoolean()) {
            return answer.path("result");
        }
        JsonNode pause = answer.path("parameters").path("retry_after");
        throw new BotFailure(
                answer.path("error_code").asInt(),
                withoutToken(answer.path("description").asText()),
                pause.isNumber() ? Duration.ofSeconds(pause.asLong()) : null);
    }

    BotFailure of(Exception failed) {
        if (failed instanceof TelegramApiRequestException refused
                && refused.getErrorCode() != null
                && refused.getErrorCode() != 0) {
            return of(refused);
        }
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return new BotFailure(0, withoutToken(root.toString()), null);
    }

    private BotFailure of(TelegramApiRequestException refused) {
        Integer pause =
                refused.getParameters() == null ? null : refused.getParameters().getRetryAfter();
        return new BotFailure(
                refused.getErrorCode(),
                withoutToken(String.valueOf(refused.getApiResponse())),
                pause == null ? null : Duration.ofSeconds(pause));
    }

    private String withoutToken(String text) {
        return text.replace(token, "…");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Refusals[]";
    }
}
