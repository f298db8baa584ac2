package com.leecyber.support.change;

/** A change cannot be proposed or decided like that; the message says why and what to do. */
class ChangeRefused extends RuntimeException {

    private final String messageKey;
    private final transient Object[] arguments;

    ChangeRefused(String messageKey, Object... arguments) {
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
