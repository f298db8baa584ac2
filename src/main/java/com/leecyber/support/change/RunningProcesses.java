package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import java.util.Collection;
import java.util.List;

/** The processes that are under way while their diagram changes. */
public interface RunningProcesses {

    /**
     * What would become of them, one entry for each diagram and state in which any of them waits. Nothing is changed: one
     * process of each state is moved for a trial and put back.
     */
    List<Forecast> forecast(Collection<ProcessFile> files);

    /**
     * Those that still run on an older version than a deployment's, in the order of their ids.
     *
     * @param after only ids behind this one
     */
    List<Running> behind(String deployment, String after, int limit);

    /**
     * Moves one process to a deployment's version, within the caller's transaction.
     *
     * @throws StaysOnItsVersion when that is not safe: the caller rolls back
     * @throws org.springframework.dao.ConcurrencyFailureException when somebody else works on it at this moment
     */
    void move(Running process, String deployment);

    /**
     * Processes of one diagram that wait at the same place.
     *
     * @param waitingAt ids of the elements at which they wait
     * @param count how many
     * @param obstacle why they would stay on their version; null when they would move
     */
    record Forecast(String diagram, List<String> waitingAt, long count, Obstacle obstacle) {

        public boolean moves() {
            return obstacle == null;
        }
    }

    /**
     * One process.
     *
     * @param ticket the number of its ticket
     */
    record Running(String id, String ticket) {}
}
