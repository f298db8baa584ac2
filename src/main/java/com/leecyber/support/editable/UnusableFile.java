package com.leecyber.support.editable;

/** A file that a process owner edits cannot be used; the message names the file, the line and what to change. */
public class UnusableFile extends RuntimeException {

    UnusableFile(String message) {
        super(message);
    }
}
