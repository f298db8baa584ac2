package com.leecyber.support.works;

import java.time.Instant;

/** When works are to be: from a moment up to another, which is later. */
public record Window(Instant from, Instant to) {}
