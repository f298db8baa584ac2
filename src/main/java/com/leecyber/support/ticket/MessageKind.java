package com.leecyber.support.ticket;

/** What a message of the conversation is. */
public enum MessageKind {
    REPLY,
    INFORMATION_REQUEST,
    FIX_PLANNED,
    RESOLUTION,
    /** Internal, as all below: never shown to the customer. */
    NOTE,
    /** What the customer is to be told if a colleague agrees. */
    PROPOSAL,
    /** Why a colleague did not agree. */
    REJECTION,
    /** Why somebody chose another priority than the rules. */
    OVERRIDE;

    /** Whether the customer may read it. */
    public boolean isPublic() {
        return compareTo(NOTE) < 0;
    }
}
