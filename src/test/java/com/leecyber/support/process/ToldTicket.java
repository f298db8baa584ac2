package com.leecyber.support.process;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.Map;

/** A ticket to which much has happened. */
final class ToldTicket {

    static final String MARKUP = "<script>alert('x')</script> <b>жирно</b>";
    static final String ARABIC = "لا يفتح المستند";
    static final String REASON = "Клиент не может выставить счёт <i>сегодня</i>";

    private ToldTicket() {}

    /**
     * Came by mail as a question; found to be a problem of another priority than the rule says; asked, answered with markup, missed,
     * handed to L2 by way of the panel, fixed there and closed.
     */
    static String closed(Story story) {
        String number = missed(story);
        story.triages(number, Map.of("type", "PROBLEM", "outcome", "ESCALATE", "text", "Нужна диагностика."));
        story.passes(Duration.ofHours(1));
        story.completes("boris", number, "Task_Diagnose", Map.of("outcome", "FIXED", "text", "Исправили, проверьте."));
        story.runDueJobs();
        return number;
    }

    /** The same until the deadline after the customer's answer has been missed. */
    static String missed(Story story) {
        String number = story.registered(TicketType.QUESTION, Channel.EMAIL, "romashka@customers.example");
        story.passes(Duration.ofMinutes(40));
        story.triages(
                number,
                Map.of(
                        "type", "PROBLEM",
                        "priority", "P2",
                        "priorityReason", REASON,
                        "outcome", "ASK",
                        "text", "Какая версия?"));
        story.passes(Duration.ofHours(3));
        story.customerWrites(number, MARKUP + "\n" + ARABIC);
        story.passes(Duration.ofHours(7));
        return number;
    }
}
