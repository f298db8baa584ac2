package com.leecyber.support.mailbox;

/** Why a shift lead has to look at a mail. The names are stored: never rename one. */
enum QuarantineReason {

    /** No customer has the sender's address. */
    UNKNOWN_SENDER,

    /** It carries a mark of a ticket that was given to somebody else. */
    FOREIGN_TOKEN,

    /** It names no sender, or several. */
    NO_SENDER,

    /** The receiving mail server found that the sender's domain did not send it. */
    FORGED,

    /** A machine wrote it: an out-of-office note, for one (RFC 3834). */
    AUTOMATIC,

    /** A mail server could not deliver something. */
    BOUNCE,

    /** It came over a mailing list. */
    LIST,

    /** It came from the desk itself. */
    OWN,

    /** The sender has opened more tickets within the hour than anybody may. */
    TOO_MANY,

    /** The same mail has become a ticket or a reply before: it came to two mailboxes. */
    DUPLICATE,

    /** Larger than the desk fetches: only its headers are here, the mail is at the mail server. */
    TOO_LARGE,

    /** Whoever worked on it failed every time. */
    FAILED
}
