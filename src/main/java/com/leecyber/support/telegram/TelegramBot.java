package com.leecyber.support.telegram;

import com.leecyber.support.notification.ChatBot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Says what the outbox has for a chat: plain text, in which nothing is markup and no link is opened. */
@BotComponent
class TelegramBot implements ChatBot {

    private static final Duration PAUSE_UNLESS_TOLD = Duration.ofSeconds(5);
    private static final List<String> NOBODY_THERE =
            List.of("chat not found", "user is deactivated", "user not found", "peer_id_invalid");
    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final BotApi api;

    TelegramBot(BotApi api) {
        this.api = api;
    }

    @Override
    public void say(long chat, String text, String buttons) {
        List<String> parts = Parts.of(text);
        for (int part = 0; part < parts.size(); part++) {
            boolean last = part == parts.size() - 1;
            say(SendMessage.builder()
                    .chatId(chat)
                    .text(parts.get(part))
                    .linkPreviewOptions(NO_PREVIEW)
                    .replyMarkup(last && buttons != null ? keyboard(Buttons.read(buttons)) : null)
                    .build());
        }
    }

    private void say(SendMessage message) {
        try {
            api.call(message);
        } catch (BotFailure failure) {
            if (failure.code() == 429) {
                throw new ChatBusy(failure.retryAfter().orElse(PAUSE_UNLESS_TOLD));
            }
            if (isGone(failure)) {
                throw new ChatGone(failure.getMessage());
            }
            throw failure;
        }
    }

    private static boolean isGone(BotFailure failure) {
        String reason = failure.getMessage().toLowerCase(Locale.ROOT);
        return failure.code() == 403
                || failure.code() == 400 && NOBODY_THERE.stream().anyMatch(reason::contains);
    }

    private static InlineKeyboardMarkup keyboard(Buttons buttons) {
        return new InlineKeyboardMarkup(buttons.rows().stream()
                .map(row -> row.stream().map(TelegramBot::button))
                .map(TelegramBot::row)
                .toList());
    }

    private static InlineKeyboardRow row(Stream<InlineKeyboardButton> row) {
        return new InlineKeyboardRow(row.toList());
    }

    private static InlineKeyboardButton button(Buttons.Button button) {
        return InlineKeyboardButton.builder()
                .text(button.text())
                .callbackData(button.press())
                .build();
    }
}
