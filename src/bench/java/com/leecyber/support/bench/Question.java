package com.leecyber.support.bench;

import java.util.List;
import java.util.function.Function;

/**
 * A page that somebody looks at, with parameters that differ each time.
 *
 * @param who signs in for it
 */
record Question(String name, String who, Function<Sample, String> path) {

    private static final String AUDITOR = "inna";
    private static final String LEAD = "vera";

    static final List<Question> ALL = List.of(
            audit("search, nothing given", sample -> "/audit"),
            audit("search, number", sample -> "/audit?number=" + sample.number()),
            audit("search, beginning of a number", sample -> "/audit?number=" + sample.beginning()),
            audit("search, customer's e-mail", sample -> "/audit?customer=" + sample.customer()),
            audit("search, person", sample -> "/audit?agent=" + sample.person()),
            audit("search, week of registration", sample -> "/audit?" + sample.days(7)),
            audit("search, common clause", sample -> "/audit?clause=" + sample.any("R5.2", "R5.3", "R4.1")),
            audit(
                    "search, rare clause",
                    sample -> "/audit?clause=" + sample.any("R7.2.1", "R7.2.4", "R7.2.5", "R5.4b")),
            audit("search, any breach", sample -> "/audit?breach=any"),
            audit(
                    "search, kind of breach",
                    sample -> "/audit?breach=" + sample.any("FIRST_RESPONSE", "SECOND_LINE", "HARDWARE_REPAIR")),
            audit("search, no breach", sample -> "/audit?breach=none"),
            audit("search, open ones", sample -> "/audit?state=open"),
            audit(
                    "search, person, month, breach",
                    sample -> "/audit?breach=any&agent=" + sample.person() + "&" + sample.days(30)),
            audit(
                    "search, customer, type, channel",
                    sample -> "/audit?type=PROBLEM&channel=EMAIL&customer=" + sample.customer()),
            audit(
                    "search, channel, priority, breach",
                    sample -> "/audit?priority=P1&breach=any&channel=" + sample.any("EMAIL", "PANEL", "TELEGRAM")),
            audit(
                    "search, person and rare clause",
                    sample -> "/audit?clause=" + sample.any("R7.2.2", "R5.4b") + "&agent=" + sample.person()),
            audit("search, silent, quarter", sample -> "/audit?reason=CUSTOMER_SILENT&" + sample.days(90)),
            audit("search, deep page", sample -> "/audit?after=" + sample.id()),
            audit("search, person, deep page", sample -> "/audit?agent=" + sample.person() + "&after=" + sample.id()),
            audit("events, two hours", sample -> "/audit/events?" + sample.hours(2)),
            audit("events, person, week", sample -> "/audit/events?actor=" + sample.person() + "&" + sample.hours(168)),
            audit(
                    "events, kind, month",
                    sample -> "/audit/events?kind=" + sample.any("TYPE_CORRECTED", "DEADLINE_BREACHED", "TICKET_CLOSED")
                            + "&" + sample.hours(720)),
            audit("events, clause, month", sample -> "/audit/events?clause=R7.2.1&" + sample.hours(720)),
            audit("ticket, timeline", sample -> "/audit/tickets/" + sample.number()),
            audit("ticket, way", sample -> "/audit/tickets/" + sample.number() + "/way"),
            audit("ticket, decisions", sample -> "/audit/tickets/" + sample.number() + "/decisions"),
            audit("ticket, clock", sample -> "/audit/tickets/" + sample.number() + "/clock"),
            audit("ticket, records", sample -> "/audit/tickets/" + sample.number() + "/records"),
            report("reports, month", sample -> "/reports?" + sample.month()),
            report("reports, quarter", sample -> "/reports?" + sample.quarter()),
            report("reports, year", sample -> "/reports?" + sample.year()),
            report("reports, year, channel", sample -> "/reports?channel=PANEL&" + sample.year()),
            report("reports, responses, year", sample -> "/reports/responses?" + sample.year()),
            report("reports, resolution, year", sample -> "/reports/resolution?" + sample.year()),
            report("reports, queue, year", sample -> "/reports/queue?" + sample.year()),
            report("reports, breaches, year", sample -> "/reports/breaches?" + sample.year()),
            report("reports, steps, year", sample -> "/reports/steps?" + sample.year()),
            report("reports, agents, year", sample -> "/reports/agents?" + sample.year()),
            report("reports, two years", sample -> "/reports?" + sample.latest(720)),
            report(
                    "reports, responses, year, all filters",
                    sample ->
                            "/reports/responses?channel=EMAIL&type=PROBLEM&priority=P3&service=docs&" + sample.year()));

    private static Question audit(String name, Function<Sample, String> path) {
        return new Question(name, AUDITOR, path);
    }

    private static Question report(String name, Function<Sample, String> path) {
        return new Question(name, LEAD, path);
    }
}
