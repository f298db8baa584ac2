package com.leecyber.support.gate;

import java.util.List;

/** A deployment that did not pass the gate; nothing of it was parsed. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /**
     * A refusal.
     *
     * @param findings what is wrong
     * @param lines the same in the words that a log or a person reads
     */
    public Refused(List<Finding> findings, List<String> lines) {
        super("Не развёрнуто / not deployed:\n" + String.join("\n", lines));
        this.findings = List.copyOf(findings);
    }

    /** What is wrong, never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
