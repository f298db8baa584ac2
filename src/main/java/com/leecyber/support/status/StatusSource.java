package com.leecyber.support.status;

import java.time.Instant;
import java.util.List;

/** A feature that has something to say on the public status page. */
public interface StatusSource {

    /** What is planned or going on, and what ended after a moment; in no particular order. */
    List<StatusNotice> noticesSince(Instant moment);
}
