package com.leecyber.support.inspection;

import com.leecyber.support.audit.VerificationReport;
import java.util.List;
import java.util.Locale;

/** What the page of verification shows of the last one. */
record VerificationPage(VerificationReport report, Locale language) {

    /**
     * A finding as the reader reads it.
     *
     * @param ticket the ticket that it concerns; null when it concerns none
     */
    record Line(String sentence, String ticket) {}

    public List<Line> findings() {
        return report.listed().stream()
                .map(finding -> new Line(finding.sentence(language), ticket(finding.chain())))
                .toList();
    }

    /** Seconds, with one decimal. */
    public String duration() {
        return String.format(language, "%.1f", report.duration().toMillis() / 1000.0);
    }

    private static String ticket(String chain) {
        return chain != null && chain.matches("SD-[0-9]{4}-[0-9]{6,}") ? chain : null;
    }
}
