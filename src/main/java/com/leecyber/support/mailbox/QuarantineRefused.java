package com.leecyber.support.mailbox;

/** A mail cannot be decided like that; the message says why and what to do. */
class QuarantineRefused extends RuntimeException {

    private final String messageKey;
    private final transient Object[] arguments;

    QuarantineRefused(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    String messageKey() {
        return messageKey;
    }

    Object[] arguments() {
        return arguments;
    }
}
