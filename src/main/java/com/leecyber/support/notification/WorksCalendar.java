package com.leecyber.support.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A calendar file about works (RFC 5545): a calendar shows them once, moves them, and takes them out again.
 *
 * @param uid the same for everything about the same works
 * @param organizer the desk's address; a calendar believes changes from nobody else
 * @param revision goes up with every file about them
 * @param stamp when this file was made
 */
record WorksCalendar(
        String uid,
        String organizer,
        int revision,
        boolean cancelled,
        Instant stamp,
        Instant from,
        Instant to,
        String summary,
        String description) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    String write() {
        return new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//leecyber//support-desk//RU")
                .add("METHOD", cancelled ? "CANCEL" : "PUBLISH")
                .add("BEGIN", "VEVENT")
                .add("UID", uid)
                .add("SEQUENCE", "" + revision)
                .add("DTSTAMP", UTC.format(stamp))
                .add("DTSTART", UTC.format(from))
                .add("DTEND", UTC.format(to))
                .add("ORGANIZER", "mailto:" + organizer)
                .add("STATUS", cancelled ? "CANCELLED" : "CONFIRMED")
                // Works take nobody's time.
                .add("TRANSP", "TRANSPARENT")
                .addText("SUMMARY", summary)
                .addText("DESCRIPTION", description)
                .add("END", "VEVENT")
                .add("END", "VCALENDAR")
                .toString();
    }

    /** What a mail says of a file of this kind: it must be the same as in it. */
    static String methodOf(String file) {
        return file.contains("\r\nMETHOD:CANCEL\r\n") ? "CANCEL" : "PUBLISH";
    }
}
