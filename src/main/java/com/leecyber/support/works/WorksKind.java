package com.leecyber.support.works;

/** Why works are done, which decides when customers hear of them. */
public enum WorksKind {
    /** Announced at least twelve hours before (R6.1). */
    PLANNED("PW"),
    /** Begun at once, told of afterwards (R6.2). */
    EMERGENCY("EW");

    final String prefix;

    WorksKind(String prefix) {
        this.prefix = prefix;
    }
}
