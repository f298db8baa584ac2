package com.leecyber.support.proof;

/** A line, file or key that is not written as this package writes them; the message names the place. */
public class Unreadable extends RuntimeException {

    public Unreadable(String message) {
        super(message);
    }
}
