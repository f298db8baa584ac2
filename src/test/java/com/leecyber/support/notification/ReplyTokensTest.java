package com.leecyber.support.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.notification.ReplyTokens.Marked;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A mark is worth something for one ticket and one reader only. */
@OutboxSlice
class ReplyTokensTest {

    private static final String TICKET = "SD-2026-000123";
    private static final String READER = "Romashka@customers.example";

    @Autowired
    ReplyTokens tokens;

    @Test
    void whatTheDeskSentIsRecognisedInAddressAndMessageId() {
        String token = tokens.of(TICKET, READER);
        String messageId = new Notification(TICKET, NotificationKind.REPLY, "17", READER, null, null, null, Map.of())
                .messageId(token, "support-desk");

        for (String place : new String[] {
            messageId,
            "<info+" + TICKET + "." + token + "@leecyber.com>",
            "info+" + TICKET.toLowerCase() + "." + token.toUpperCase() + "@LEECYBER.com"
        }) {
            assertThat(tokens.read(place)).hasValue(new Marked(TICKET, token));
        }
        assertThat(tokens.isGenuine(new Marked(TICKET, token), "romashka@CUSTOMERS.example"))
                .isTrue();
    }

    @Test
    void nobodyElseCanUseItAndForNoOtherTicket() {
        String token = tokens.of(TICKET, READER);

        assertThat(tokens.isGenuine(new Marked(TICKET, token), "stranger@elsewhere.example"))
                .isFalse();
        assertThat(tokens.isGenuine(new Marked("SD-2026-000124", token), READER))
                .isFalse();
        assertThat(tokens.isGenuine(new Marked(TICKET, "0".repeat(20)), READER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "info@leecyber.com",
                "[SD-2026-000123] Ответ",
                "<SD-2026-000123.reply.17@support-desk>",
                "info+SD-2026-000123.0123456789@leecyber.com",
                "<CAF+123456789@mail.example>"
            })
    void whatOnlyNamesATicketIsNoMark(String place) {
        assertThat(tokens.read(place)).isEmpty();
    }
}
