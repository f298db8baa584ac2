package com.leecyber.support.difference;

/** What differs between a file in force and a proposed one. */
public sealed interface FileDifference permits DiagramDifference, TableDifference, TextDifference {

    /** The file's bare name, such as {@code ticket.bpmn}. */
    String name();

    /** Whether nothing differs that a reader or the engine could notice. */
    boolean isEmpty();

    /** Whether no such file is in force yet. */
    boolean isNew();

    /** Whether the file is to go. */
    boolean isRemoved();
}
