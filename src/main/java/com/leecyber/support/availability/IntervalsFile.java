package com.leecyber.support.availability;

import com.leecyber.support.file.Csv;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The raw intervals of a period as CSV, so that anybody can compute the figures again.
 *
 * <p>Intervals are whole, also where they reach out of the period. An empty service is the whole platform, an empty end an
 * interval that lasts on, an empty exclusion one that counts.
 */
@Component
class IntervalsFile {

    private static final String HEAD = "reference,service,from,to,exclusion,clause,decided_by,decided_at";

    private final DowntimeRecords records;
    private final AvailabilitySettings settings;

    IntervalsFile(DowntimeRecords records, AvailabilitySettings settings) {
        this.records = records;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    String of(Period period) {
        return Stream.concat(
                        Stream.of(HEAD),
                        records.within(period.in(settings.zone())).stream().map(IntervalsFile::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(Downtime downtime) {
        Interval interval = downtime.interval();
        return Stream.concat(
                        Stream.of(
                                downtime.reference(),
                                downtime.service(),
                                interval.from(),
                                interval.isOpen() ? null : interval.to()),
                        decision(downtime).stream())
                .map(Csv::cell)
                .collect(Collectors.joining(","));
    }

    private static List<Object> decision(Downtime downtime) {
        if (!downtime.isExcluded()) {
            return List.of("", "", "", "");
        }
        ExclusionDecision decision = downtime.decision();
        Instant at = decision.decidedAt();
        return List.of(decision.exclusion(), decision.clause(), decision.decidedBy(), at);
    }
}
