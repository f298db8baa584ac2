package com.leecyber.support.incident;

/** Asks how busy the engine is, so that thousands of tickets keep nobody's timer waiting. */
public interface EngineBacklog {

    /** Whether at least so many steps and timers are due and wait to be run. */
    boolean reaches(int jobs);
}
