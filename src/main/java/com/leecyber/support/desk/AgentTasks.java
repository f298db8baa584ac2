package com.leecyber.support.desk;

import java.util.Optional;

/** The tasks of the engine, as far as the signed-in agent may see them. */
public interface AgentTasks {

    /** The open task with that id, empty when there is none or it is not this agent's to see. */
    Optional<AgentTask> find(String taskId);

    /**
     * An open task.
     *
     * @param step the key of the task in its diagram
     * @param about the number of the ticket, or of the works, that it belongs to
     */
    record AgentTask(String id, String name, String step, String about) {}
}
