package com.leecyber.support.difference;

/**
 * One cell of a rule; null where a side has no such rule or column.
 *
 * @param column heading of its column
 * @param changed whether the two differ; an empty cell and none are alike
 */
public record Cell(String column, String before, String after, boolean changed) {}
