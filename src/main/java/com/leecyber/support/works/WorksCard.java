package com.leecyber.support.works;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What operations and shift leads need to decide on works; names are in the reader's language.
 *
 * @param works null while they are being planned
 * @param announcement null while nobody was told
 * @param earliestStart when works may begin that are planned or approved now; null when that no longer matters
 * @param offPeak the off-peak hours in words, while works are being planned
 * @param prefill what inputs begin with
 */
record WorksCard(
        Facts works,
        Announcement announcement,
        Instant earliestStart,
        long noticeHours,
        List<String> offPeak,
        List<Plan> windows,
        Map<String, List<Choice>> choices,
        Map<String, String> prefill) {

    record Facts(
            String number,
            String kindLabel,
            String stateLabel,
            String services,
            boolean interrupts,
            Instant from,
            Instant to,
            PublicText text,
            Instant detectedAt,
            String causeTicket,
            String vulnerability) {}

    record Announcement(
            boolean finished, boolean out, long queued, long sent, long failed, Instant lastSent, Instant dueAt) {}

    record Plan(
            int revision,
            Instant from,
            Instant to,
            String plannedBy,
            String decision,
            String decidedBy,
            String comment,
            String offPeakReason) {}

    record Choice(String value, String label) {}
}
