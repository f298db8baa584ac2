package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Everything that is to be deployed passes here before the engine reads a byte of it.
 *
 * <p>It is a list of what is allowed: a mistake or an attack that nobody thought of is refused for being unknown.
 */
@Component
public class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private static final int MOST_FILES = 100;
    private static final int LARGEST = 8 * 1_048_576;

    private final Vocabulary words;

    /**
     * A gate.
     *
     * @param words what diagrams, tables and forms may name
     */
    public Gate(Vocabulary words) {
        this.words = words;
    }

    /**
     * What is wrong with a deployment; nothing when it may be deployed. Never throws, whatever the content.
     *
     * @param deployment all its files: forms and their diagrams belong together
     */
    public List<Finding> check(Collection<ProcessFile> deployment) {
        long bytes = deployment.stream().mapToLong(ProcessFile::size).sum();
        if (deployment.size() > MOST_FILES || bytes > LARGEST) {
            Report report = new Report("");
            report.refuse("deployment-size", "", MOST_FILES, LARGEST >> 20);
            return report.findings();
        }
        Surroundings surroundings = Surroundings.of(deployment, words);
        Set<String> names = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (ProcessFile file : deployment) {
            Report report = new Report(file.name());
            if (!names.add(file.name())) {
                report.refuse("file-twice", "");
            }
            check(file, surroundings, report);
            findings.addAll(report.findings());
        }
        return findings;
    }

    /** What the gate itself cannot judge does not pass either. */
    private static void check(ProcessFile file, Surroundings surroundings, Report report) {
        try {
            FileCheck.check(file, surroundings, report);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("The gate could not judge {}", file, e);
            report.refuse("not-judged", "");
        }
    }
}
