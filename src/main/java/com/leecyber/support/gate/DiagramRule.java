package com.leecyber.support.gate;

/** One policy that every diagram keeps. */
interface DiagramRule {

    void check(Diagram diagram, Surroundings surroundings, Report report);
}
