package com.leecyber.support.report;

import java.util.Objects;

/** What somebody asks a report for, as it stands in the address; what is missing is empty. */
record Asked(
        String month,
        String quarter,
        String year,
        String from,
        String to,
        String channel,
        String type,
        String priority,
        String service) {

    Asked {
        month = Objects.toString(month, "").strip();
        quarter = Objects.toString(quarter, "").strip();
        year = Objects.toString(year, "").strip();
        from = Objects.toString(from, "").strip();
        to = Objects.toString(to, "").strip();
        channel = Objects.toString(channel, "").strip();
        type = Objects.toString(type, "").strip();
        priority = Objects.toString(priority, "").strip();
        service = Objects.toString(service, "").strip();
    }
}
