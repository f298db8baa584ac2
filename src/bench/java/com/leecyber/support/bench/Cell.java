package com.leecyber.support.bench;

import java.util.List;

/** One value of a template's row. */
record Cell(List<Part> parts) {

    /** What {@code copy} takes for null. */
    static final Cell NULL = same("\\N");

    static Cell same(String text) {
        return of(new Part.Same(text));
    }

    static Cell of(Part part) {
        return new Cell(List.of(part));
    }

    void to(StringBuilder out, Clone clone) {
        for (Part part : parts) {
            part.to(out, clone);
        }
    }

    String text(Clone clone) {
        StringBuilder text = new StringBuilder();
        to(text, clone);
        return text.toString();
    }
}
