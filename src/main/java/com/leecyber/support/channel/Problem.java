package com.leecyber.support.channel;

import java.util.List;

/**
 * A refusal (RFC 9457) that says what is wrong, where, and how to mend it.
 *
 * <p>It repeats nothing of the request's address, so that another's ticket and a missing one give the same bytes.
 */
record Problem(String type, String title, int status, String detail, List<Field> errors) {

    /** What is wrong with one field. */
    record Field(String field, String message) {}

    Problem(int status, String title, String detail, List<Field> errors) {
        this("about:blank", title, status, detail, errors);
    }
}
