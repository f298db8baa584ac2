package com.leecyber.support.panel;

import java.util.UUID;

/**
 * A file that waits for its form to be accepted.
 *
 * @param name as it is safe to show
 * @param size bytes
 */
record Upload(UUID key, String name, long size) {}
