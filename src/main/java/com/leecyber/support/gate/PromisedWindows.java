package com.leecyber.support.gate;

import com.leecyber.support.gate.Table.Row;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Nature;
import java.time.Duration;
import java.util.List;

/** R3.2: the desk may answer sooner than the regulation promises, never later. */
final class PromisedWindows {

    private static final int WINDOW = 0;

    private PromisedWindows() {}

    static void check(Table table, Report report) {
        for (Channel channel : Channel.values()) {
            for (Nature nature : Nature.values()) {
                Duration promised = promised(channel, nature);
                table.rows().stream()
                        .filter(row -> row.fits(List.of(channel.name(), nature.name())))
                        .findFirst()
                        .filter(row -> window(row).compareTo(promised) > 0)
                        .ifPresent(row -> report.refuseUnder(
                                "R3.2",
                                "window-too-long",
                                row.xml()
                                        .children("dmn:outputEntry")
                                        .get(WINDOW)
                                        .place(),
                                row.answers().get(WINDOW),
                                promised,
                                channel + ", " + nature));
            }
        }
    }

    private static Duration window(Row row) {
        return Duration.parse(row.answers().get(WINDOW));
    }

    private static Duration promised(Channel channel, Nature nature) {
        return switch (channel) {
            case TELEGRAM -> Duration.ofMinutes(30);
            case EMAIL -> Duration.ofHours(2);
            case PANEL -> nature == Nature.TECHNICAL ? Duration.ofHours(6) : Duration.ofHours(2);
        };
    }
}
