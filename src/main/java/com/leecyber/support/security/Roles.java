package com.leecyber.support.security;

import java.util.stream.Stream;

/** What a person may be at the desk, as the engine's groups are called. */
final class Roles {

    static final String L1 = "L1";
    static final String L2 = "L2";
    static final String SHIFT_LEAD = "SHIFT_LEAD";
    static final String OPERATIONS = "OPERATIONS";
    static final String PROCESS_OWNER = "PROCESS_OWNER";
    static final String AUDITOR = "AUDITOR";
    static final String ADMINISTRATOR = "CAMUNDA_ADMIN";

    /** Who works in Tasklist. */
    static final String[] AGENTS = {L1, L2, SHIFT_LEAD, OPERATIONS};

    private Roles() {}

    static String[] and(String[] roles, String... others) {
        return Stream.concat(Stream.of(roles), Stream.of(others)).toArray(String[]::new);
    }
}
