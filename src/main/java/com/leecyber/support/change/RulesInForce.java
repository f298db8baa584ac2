package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import java.util.Collection;
import java.util.Map;

/** The diagrams, tables and forms that the desk works by. */
public interface RulesInForce {

    /** The latest version of every file, by its name. */
    Map<String, ProcessFile> files();

    /**
     * Puts files in force, all together and within the caller's transaction.
     *
     * @param name as the deployment is called
     * @return the deployment's id
     * @throws com.leecyber.support.gate.Refused when they break a rule of the gate
     */
    String deploy(String name, Collection<ProcessFile> files);

    /** The engine's version, such as {@code 7.24.0}: Camunda Modeler asks before it deploys. */
    String engineVersion();
}
