package com.leecyber.support.panel;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ResponseWindows;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a customer can ask for (R4.1), and within which time an answer is promised for each (R3.2). */
@Component
class TypeChoice {

    private final ResponseWindows windows;
    private final Labels labels;

    TypeChoice(ResponseWindows windows, Labels labels) {
        this.windows = windows;
        this.labels = labels;
    }

    /** One type. */
    record Choice(TicketType type, String label, Duration window) {}

    List<Choice> all() {
        return Arrays.stream(TicketType.values())
                .map(type -> new Choice(
                        type,
                        labels.of(type),
                        windows.windowFor(Channel.PANEL, type.nature()).length()))
                .toList();
    }
}
