package com.leecyber.support.ticket;

import com.leecyber.support.audit.Decided;
import com.leecyber.support.sla.ResponseWindow;

/** The decision table {@code responseWindow}: how long an answer may take (R3.2). */
public interface ResponseWindows {

    /** What the table says, and what it was asked. */
    DecidedWindow decide(Channel channel, Nature nature);

    /** What the table says. */
    default ResponseWindow windowFor(Channel channel, Nature nature) {
        return decide(channel, nature).window();
    }

    /** A window with what the table was asked and answered. */
    record DecidedWindow(ResponseWindow window, Decided decided) {}
}
