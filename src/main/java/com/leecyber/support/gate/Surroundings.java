package com.leecyber.support.gate;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file may lean on: the other files of its deployment, and what the program and earlier deployments offer.
 *
 * @param files the names of all files of the deployment
 * @param words what the program offers
 */
record Surroundings(Set<String> files, Vocabulary words) {

    static Surroundings of(Collection<ProcessFile> deployment, Vocabulary words) {
        return new Surroundings(deployment.stream().map(ProcessFile::name).collect(Collectors.toSet()), words);
    }

    boolean hasProcess(String id) {
        return files.contains(id + ".bpmn") || words.processes().contains(id);
    }

    boolean hasDecision(String id) {
        return files.contains(id + ".dmn") || words.decisions().contains(id);
    }
}
