package com.leecyber.support.gate;

import java.util.Map;
import java.util.Set;

/** What diagrams, tables and forms may name; answered by the package that knows the engine. */
public interface Vocabulary {

    /** Beans of service tasks: {@code ${checkLicence}}. */
    Set<String> steps();

    /** Beans that a task's completion may name. */
    Set<String> taskListeners();

    /** Beans that the way through a diagram may name. */
    Set<String> executionListeners();

    /** Beans that timers may ask, with their methods: {@code deadlines} has {@code dueAt} and {@code warningAt}. */
    Map<String, Set<String>> dateMethods();

    /** Groups of agents that a task may be given to. */
    Set<String> teams();

    /** Names of messages that the program sends. */
    Set<String> messages();

    /** Facts that route a token. */
    Set<String> variables();

    /** Ids of the processes that are deployed already. */
    Set<String> processes();

    /** Ids of the tables that are deployed already. */
    Set<String> decisions();
}
