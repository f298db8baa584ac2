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
    PROCESSES_MOVED,

    /** Works were planned, for a window and with a reason (R6.1). */
    WORKS_PLANNED,

    /** A shift lead agreed with planned works (R6.1). */
    WORKS_APPROVED,

    /** A shift lead gave planned works back (R6.1). */
    WORKS_REJECTED,

    /** Planned works got another window (R6.1). */
    WORKS_MOVED,

    /** Planned works will not be (R6.1). */
    WORKS_CANCELLED,

    /** Whether everybody had been told in time was found out (R6.1). */
    NOTICE_CHECKED,

    /** Works began (R6.1, R6.2). */
    WORKS_BEGAN,

    /** Running works take longer than planned (R6.1). */
    WORKS_PROLONGED,

    /** Works are over (R6.1, R6.2). */
    WORKS_ENDED,

    /** Customers are being told: each gets a mail of their own. */
    CIRCULAR_BEGAN,

    /** Everybody's mail is queued. */
    CIRCULAR_QUEUED,

    /** Emergency works were asked for, with their cause (R6.2). */
    EMERGENCY_WORKS_DECLARED,

    /** Many tickets turned out to have one cause. */
    INCIDENT_DECLARED,

    /** What is known of an incident was told. */
    INCIDENT_UPDATED,

    /** An incident is over; every ticket that waits for it is answered and closed. */
    INCIDENT_RESOLVED,

    /** Tickets were put to an incident, in one action. */
    TICKETS_LINKED,

    /** The ticket waits for the end of an incident. */
    LINKED_TO_INCIDENT,

    /** The ticket turned out not to belong to the incident. */
    UNLINKED_FROM_INCIDENT,

    /** Services are not available (R7.1). */
    DOWNTIME_BEGAN,

    /** Services are available again (R7.1). */
    DOWNTIME_ENDED,

    /** An interval without service was found to have other limits (R7.1). */
    DOWNTIME_CORRECTED,

    /** An interval without service was excluded, or counts again (R7.2). */
    DOWNTIME_EXCLUDED,

    /** A notification that nobody took, however often it was tried. */
    NOTIFICATION_GIVEN_UP,

    /** Somebody gave a task to somebody, or took it away. */
    TASK_ASSIGNED,

    /** A person's account was made, changed or removed. */
    ACCOUNT_CHANGED,

    /** A role was given to a person or taken away, or what a role may do was changed. */
    PERMISSION_CHANGED,

    /** A token for a program was made. */
    TOKEN_ISSUED,

    /** A token for a program was taken back. */
    TOKEN_REVOKED,

    /** Files came into force in the engine. */
    DEPLOYMENT_MADE,

    /** Files were removed from the engine. */
    DEPLOYMENT_DELETED,

    /** Somebody intervened in a process that was under way. */
    PROCESS_CHANGED,

    /** Somebody ended a process before its end. */
    PROCESS_DELETED,

    /** The engine's history of what is long over was removed, as its time to live says. */
    HISTORY_CLEANED,

    /** Somebody removed a part of the engine's history. */
    HISTORY_DELETED,

    /** A customer's personal data were erased on request. */
    PERSONAL_DATA_ERASED,

    /** An administrator asked for a customer's personal data to be erased. */
    ERASURE_REQUESTED,

    /** The whole journal was verified. */
    JOURNAL_VERIFIED
}
