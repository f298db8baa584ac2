package com.leecyber.support.change;

import org.springframework.boot.test.context.TestComponent;

/** Lets tests elsewhere do by hand what the desk does every second. */
@TestComponent
public class MovingProcesses {

    private final Mover mover;

    MovingProcesses(Mover mover) {
        this.mover = mover;
    }

    public void moveOn() {
        mover.moveOn();
    }
}
