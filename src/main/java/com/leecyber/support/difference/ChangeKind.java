package com.leecyber.support.difference;

/** What became of an element, a column, a row or a line. */
public enum ChangeKind {
    SAME,
    ADDED,
    REMOVED,
    CHANGED,
    /** Its place is another one, its content is not. */
    MOVED
}
