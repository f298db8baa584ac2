package com.leecyber.support.mailbox;

import java.util.Optional;

/**
 * A mail that was read.
 *
 * @param body null where only the headers came
 */
record ReceivedMail(InboundMail mail, MailHeaders headers, MailBody body) {

    static ReceivedMail read(InboundMail mail) {
        MailHeaders headers = MailHeaders.of(mail.raw());
        String subject = headers.subject().orElse("");
        return new ReceivedMail(mail, headers, mail.complete() ? MailBodyReader.read(mail.raw(), subject) : null);
    }

    /** As {@link #read}, without looking at what may have broken the reader. */
    static ReceivedMail headersOnly(InboundMail mail) {
        return new ReceivedMail(mail, MailHeaders.of(mail.raw()), null);
    }

    Optional<String> sender() {
        return headers.sender();
    }
}
