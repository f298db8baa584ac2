package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is found in one file; more than enough is not collected. */
final class Report {

    private static final int ENOUGH = 100;
    private static final int LONGEST = 160;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Report(String file) {
        this.file = shortened(file);
    }

    /** Something that no clause asks for. */
    void refuse(String rule, String element, Object... arguments) {
        refuseUnder(null, rule, element, arguments);
    }

    /** Something that a clause of the regulation asks for. */
    void refuseUnder(String clause, String rule, String element, Object... arguments) {
        Finding finding = new Finding(
                rule,
                file,
                shortened(element),
                clause,
                Stream.of(arguments).map(String::valueOf).map(Report::shortened).toList());
        if (findings.size() < ENOUGH && !findings.contains(finding)) {
            findings.add(finding);
        }
    }

    void takeOver(Report other) {
        findings.addAll(other.findings);
    }

    boolean isClean() {
        return findings.isEmpty();
    }

    List<Finding> findings() {
        return findings;
    }

    /** What an attacker wrote is quoted, but neither at length nor with characters that would disturb a reader. */
    private static String shortened(String text) {
        String visible = Characters.visible(text);
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
    }
}
