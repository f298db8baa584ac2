package com.leecyber.support.audit;

/** What an entry of the journal tells of. The names are stored: never rename one. */
public enum EventKind {

    /** A ticket got its number (R5.1). */
    TICKET_REGISTERED,

    /** The licence was looked at (R1.4). */
    LICENCE_CHECKED,

    /** The customer was told the number; this is no response (R3.2). */
    TICKET_ACKNOWLEDGED,

    /** The first line corrected what the customer had chosen (R4.1). */
    TYPE_CORRECTED,

    /** A priority was confirmed, or chosen with a reason (R4.2). */
    PRIORITY_SET,

    /** The first line decided how the ticket goes on (R5.2). */
    TRIAGE_DECIDED,

    /** The first line finished its work on the ticket (R5.2). */
    FIRST_LINE_DECIDED,

    /** The second line said what it found (R5.3). */
    DIAGNOSIS_DECIDED,

    /** Operations said that the hardware works again (R5.4b). */
    REPAIR_DECIDED,

    /** A colleague agreed with what had been decided, or did not. */
    APPROVAL_DECIDED,

    /** The customer was asked for information (R5.2). */
    INFORMATION_REQUESTED,

    /** The customer wrote. */
    CUSTOMER_REPLIED,

    /** The customer was reminded of an open question (R5.2). */
    CUSTOMER_REMINDED,

    /** A person of the desk wrote to the customer (R3.2). */
    AGENT_REPLIED,

    /** A note for colleagues was added. */
    NOTE_ADDED,

    /** A screenshot, log or other file was stored with the ticket (R5.1). */
    FILE_ATTACHED,

    /** The ticket went to the second line (R5.3). */
    ESCALATED,

    /** A ticket from e-mail or Telegram moved to the panel (R3.1.2). */
    MOVED_TO_PANEL,

    /** The second line gave the ticket back (R5.3). */
    RETURNED_TO_FIRST_LINE,

    /** Hardware was found faulty (R5.4b). */
    HARDWARE_FAULT_DETECTED,

    /** The shift lead was warned of a deadline (R3.2, R5.4b). */
    DEADLINE_WARNED,

    /** A deadline was missed (R3.2, R5.4b). */
    DEADLINE_BREACHED,

    /** The customer was told of the solution (R5.4c). */
    RESOLUTION_TOLD,

    /** A solution, or another reason to end the work, was found (R5.4c). */
    TICKET_RESOLVED,

    /** The ticket was closed (R5.4c). */
    TICKET_CLOSED,

    /** The customer took the ticket back. */
    TICKET_WITHDRAWN,

    /** The customer answered after the closure, which opened a ticket that points to this one (R5.2). */
    FOLLOW_UP_REGISTERED,

    /** The release with the fix came out (R5.4c). */
    RELEASE_PUBLISHED,

    /** A notification was put into the outbox. */
    NOTIFICATION_QUEUED,

    /** A mail came that is not a customer's own request or answer beyond doubt: a shift lead looks at it (R3.1.1). */
    MAIL_QUARANTINED,

    /** A shift lead let a quarantined mail become a ticket or a message. */
    MAIL_RELEASED,

    /** A shift lead found that a quarantined mail concerns no ticket. */
    MAIL_DISCARDED,

    /** A notification that a chat did not take goes by mail. */
    NOTIFICATION_REDIRECTED,

    /** A change of diagrams, tables or forms was proposed. */
    CHANGE_PROPOSED,

    /** The gate refused what somebody wanted to deploy. */
    CHANGE_REFUSED,

    /** Whoever proposed a change sent a newer form of it. */
    CHANGE_REPLACED,

    /** Whoever proposed a change took it back. */
    CHANGE_WITHDRAWN,

    /** Somebody else said no to a change. */
    CHANGE_REJECTED,

    /** Somebody else approved a change, and it came into force. */
    CHANGE_DEPLOYED,

    /** The ticket goes on by the new version of its diagram. */
    PROCESS_MOVED,

    /** Whatever was under way when a change came into force has been moved, or stays on its version. */
    PROCESSES_MOVED
}
