package com.leecyber.support.change;

/**
 * Somebody proposed a change of the rules; somebody else has to decide.
 *
 * @param number as the journal names it, such as {@code CH-7}
 * @param title what it is for, in the words of whoever proposed it
 */
public record ChangeProposed(String number, String title, String proposedBy) {}
