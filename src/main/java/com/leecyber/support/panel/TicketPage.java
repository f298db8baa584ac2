package com.leecyber.support.panel;

import com.leecyber.support.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A ticket as its customer reads it.
 *
 * @param due when the next answer is due (R3.2); null when none is owed
 * @param solved whether the outcome is what the customer wanted
 * @param outcome why it was closed, or null
 * @param resolution what the customer was told in the end, unless a message of the conversation says it
 * @param incident the incident that it waits for, or was answered with; null without one
 * @param follows the number of the ticket that it goes on from, or null
 * @param followers the numbers of those that go on from it
 */
record TicketPage(
        String number,
        String subject,
        String type,
        String service,
        TicketStatus status,
        String statusLabel,
        String priority,
        Instant registeredAt,
        Instant due,
        Instant closedAt,
        boolean solved,
        String outcome,
        String resolution,
        Cause incident,
        String follows,
        List<String> followers,
        List<Entry> entries) {

    public boolean isOver() {
        return status.isOver();
    }

    public boolean isWaitingForCustomer() {
        return status == TicketStatus.WAITING_FOR_CUSTOMER;
    }

    /**
     * Something that was said, or files that came.
     *
     * @param own whether the customer said it; who of the desk did stays within the desk
     * @param kind what kind of message it is, or null when that says nothing
     * @param outsidePanel whether it came by another channel after the ticket had moved here (R3.1.2)
     * @param parts what a problem's description has besides
     */
    record Entry(
            String id,
            boolean own,
            String author,
            Instant at,
            String kind,
            String channel,
            boolean outsidePanel,
            String text,
            String quoted,
            List<Part> parts,
            List<File> files) {

        Entry with(File file) {
            List<File> all = new ArrayList<>(files);
            all.add(file);
            return new Entry(id, own, author, at, kind, channel, outsidePanel, text, quoted, parts, List.copyOf(all));
        }
    }

    /** An incident in the customer's language; what was told of it last comes first. */
    record Cause(String number, String title, boolean open, List<News> news) {}

    record News(Instant at, String text) {}

    /** Steps, expected or actual result. */
    record Part(String label, String text) {}

    /** A file to download. */
    record File(UUID key, String name, long size, Instant storedAt) {}
}
