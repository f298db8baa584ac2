package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.ticket.ResponseWindows;
import com.leecyber.support.triage.PriorityRules;
import java.util.Collection;

/** The decision tables as they answer today, and as they would answer. */
public interface Decisions {

    /** By the tables in force. */
    Answers inForce();

    /** By the proposed tables, and by those in force where none is proposed. */
    Answers proposed(Collection<ProcessFile> files);

    /** What the tables say about windows (R3.2) and priorities (R4.2). */
    record Answers(ResponseWindows windows, PriorityRules priorities) {}
}
