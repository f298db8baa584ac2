package com.leecyber.support.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every version of every diagram and decision table that was ever in force, and its file as it was then. */
public interface DeployedRules {

    /** What a version is of. */
    enum Kind {
        DIAGRAM,
        TABLE
    }

    /**
     * One version.
     *
     * @param name the process's or table's key, such as {@code priority}
     * @param version counts the versions from 1
     * @param title what process owners call it
     * @param file the name of its file
     * @param deployment the engine's id of the deployment that brought it; a change of the rules keeps the same id
     */
    record RuleVersion(
            Kind kind,
            String name,
            int version,
            String title,
            String file,
            String deployment,
            String deploymentName,
            Instant deployedAt) {

        /** As the journal and the clock's facts name it: {@code priority:3}. */
        public String label() {
            return name + ":" + version;
        }
    }

    /** All of them, the latest first. */
    List<RuleVersion> versions();

    /** One of them. */
    Optional<RuleVersion> find(String name, int version);

    /** Its file, byte by byte as it was deployed. */
    Optional<byte[]> file(String name, int version);
}
