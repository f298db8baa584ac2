package com.leecyber.support.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Queues the mails of every circular that was begun, on as many nodes as there are. */
@Component
class CircularWorker {

    private static final Logger log = LoggerFactory.getLogger(CircularWorker.class);

    private final CircularRows circulars;
    private final CircularBatches batches;

    CircularWorker(CircularRows circulars, CircularBatches batches) {
        this.circulars = circulars;
        this.batches = batches;
    }

    /** Works until nothing is left that it can do. */
    void work() {
        circulars.unfinished().forEach(this::queueAll);
    }

    /** One that fails is tried again at the next call; the others do not wait for it. */
    private void queueAll(String key) {
        try {
            boolean more = true;
            while (more) {
                more = batches.queueNext(key);
            }
        } catch (RuntimeException e) {
            log.error("The mails of {} are not all queued", key, e);
        }
    }
}
