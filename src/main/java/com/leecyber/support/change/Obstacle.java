package com.leecyber.support.change;

/**
 * Why a running process stays on its version.
 *
 * @param element the id of the element that it is about; empty when there is none
 */
public record Obstacle(Kind kind, String element) {

    /** The names are stored: never rename one. */
    public enum Kind {

        /** It waits at an element that the new version does not have there. */
        PLACE_GONE,

        /** A date that was promised would move by more than a second, or fall away. */
        DATE_MOVES,

        /** The engine refuses for another reason. */
        ENGINE_REFUSES
    }

    String stored() {
        return kind + " " + element;
    }

    static Obstacle parse(String stored) {
        String[] parts = stored.split(" ", 2);
        return new Obstacle(Kind.valueOf(parts[0]), parts[1]);
    }
}
