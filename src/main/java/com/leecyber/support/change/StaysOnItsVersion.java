package com.leecyber.support.change;

/** A running process cannot be moved safely to the new version of its diagram. */
public class StaysOnItsVersion extends RuntimeException {

    private final transient Obstacle obstacle;

    /** For this reason. */
    public StaysOnItsVersion(Obstacle obstacle) {
        super(obstacle.stored());
        this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
