package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import jakarta.persistence.Embeddable;

/**
 * One file of a change, with what it replaces.
 *
 * @param before null when the file is new
 */
@Embeddable
record ChangedFile(String name, byte[] before, byte[] after) {

    static ChangedFile of(ProcessFile proposed, ProcessFile inForce) {
        return new ChangedFile(proposed.name(), inForce == null ? null : inForce.content(), proposed.content());
    }

    ProcessFile proposed() {
        return new ProcessFile(name, after);
    }

    /** Whether nobody else has changed the file since. */
    boolean replaces(ProcessFile inForce) {
        return before == null ? inForce == null : inForce != null && inForce.equals(new ProcessFile(name, before));
    }

    boolean isNew() {
        return before == null;
    }
}
