package com.leecyber.support.report;

/**
 * A part of a report.
 *
 * @param hint how it is counted, or null
 * @param plot null for none
 * @param table null for none
 */
record Section(String code, String title, String hint, Plot plot, Table table) {}
