package com.leecyber.support.report;

import java.util.List;

/**
 * A table of figures: one line for each thing that is counted apart.
 *
 * @param code what addresses and tests call it
 * @param first the head of the first column
 * @param heads those of the others
 * @param bars whether lines have bars
 * @param legend what their parts are, where no plot says so
 */
record Table(String code, String first, List<String> heads, List<Line> lines, boolean bars, List<Plot.Name> legend) {

    Table(String code, String first, List<String> heads, List<Line> lines, boolean bars) {
        this(code, first, heads, lines, bars, List.of());
    }

    /**
     * A line.
     *
     * @param code names it for programs, such as {@code channel:PANEL}
     * @param link where its label leads, or null
     * @param bar its parts from left to right; empty for none
     */
    record Line(String code, String label, String link, List<Part> bar, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param value as a program reads it; empty when there is none
     */
    record Cell(String text, String value) {}

    /**
     * A part of a bar.
     *
     * @param kind its style
     * @param from its place and width in percent of the room
     */
    record Part(String kind, String from, String width) {}
}
