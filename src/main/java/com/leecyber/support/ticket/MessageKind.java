package com.leecyber.support.ticket;

/** What a message of the conversation is. */
public enum MessageKind {
    REPLY,
    INFORMATION_REQUEST,
    FIX_PLANNED,
    RESOLUTION,
    /** Internal: never shown to the customer. */
    NOTE;

    /** Whether the customer may read it. */
    public boolean isPublic() {
        return this != NOTE;
    }
}
