package com.leecyber.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.boot.test.context.TestComponent;

/** A bean that diagrams may name; an attack that reaches expressions makes it sing. */
@TestComponent("canary")
public class Canary implements TaskListener {

    private final AtomicInteger songs = new AtomicInteger();

    @Override
    public void notify(DelegateTask task) {
        songs.incrementAndGet();
    }

    /** How often it sang. */
    public int songs() {
        return songs.get();
    }
}
