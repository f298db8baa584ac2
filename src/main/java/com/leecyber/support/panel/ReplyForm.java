package com.leecyber.support.panel;

import java.util.List;

/**
 * What a customer writes on a ticket.
 *
 * @param form the key that makes it count once
 */
record ReplyForm(String text, String form) {

    ReplyForm {
        text = text == null ? "" : text.replace("\r\n", "\n");
    }

    List<String> texts(String number) {
        return List.of(number, text);
    }
}
