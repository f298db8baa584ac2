package com.leecyber.support.notification;

/** Something waits to be said in a chat: whoever sits there sees no reason to wait for the next look into the outbox. */
record ChatQueued() {}
