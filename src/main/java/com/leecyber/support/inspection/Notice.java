package com.leecyber.support.inspection;

import java.time.Instant;

/**
 * A warning or breach that was noted once.
 *
 * @param promise the promise's number
 * @param breach whether it is a breach, else a warning
 */
record Notice(int promise, boolean breach, Instant dueAt, Instant notedAt) {}
