package com.leecyber.support.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was handed over, and can refuse. */
class RecordingTransport implements Transport {

    final List<String> sent = new CopyOnWriteArrayList<>();
    volatile boolean refuses;

    @Override
    public void send(OutboxMail mail) {
        if (refuses) {
            throw new IllegalStateException("450 come back later\r\nsecond line");
        }
        sent.add(mail.key());
    }
}
