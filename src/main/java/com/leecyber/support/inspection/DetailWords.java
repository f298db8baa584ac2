package com.leecyber.support.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.leecyber.support.ticket.PageTimes;
import com.leecyber.support.ticket.ServiceNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The desk's words for the details of journal entries: names of values, moments and spans as the reader writes them. */
@Component
class DetailWords {

    private static final String SERVICE = "service";
    private static final int LONGEST = 300;

    // Where the desk has its word for a value already; anything else may have one below audit.value.
    private static final Map<String, String> KNOWN = Map.of(
            "TYPE_CORRECTED.from", "TicketType.",
            "TYPE_CORRECTED.to", "TicketType.",
            "TICKET_REGISTERED.type", "TicketType.",
            "TICKET_REGISTERED.channel", "Channel.",
            "MOVED_TO_PANEL.from", "Channel.",
            "DEADLINE_WARNED.kind", "PromiseKind.",
            "DEADLINE_BREACHED.kind", "PromiseKind.",
            "AGENT_REPLIED.kind", "MessageKind.",
            "NOTE_ADDED.kind", "MessageKind.",
            "PRIORITY_SET.kind", "MessageKind.");

    private final MessageSource messages;
    private final ServiceNames services;
    private final ZoneId zone;

    DetailWords(
            MessageSource messages,
            ServiceNames services,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.messages = messages;
        this.services = services;
        this.zone = zone;
    }

    /** The word for a value; null when there is none. Several values are listed, of a group the names with what changed. */
    String of(String kind, String detail, JsonNode value, Locale language) {
        if (value.isArray() || value.isObject()) {
            String all = value.isArray()
                    ? StreamSupport.stream(value.spliterator(), false)
                            .filter(JsonNode::isValueNode)
                            .map(each -> one(kind, detail, each.asText(), language))
                            .collect(Collectors.joining(", "))
                    : value.properties().stream()
                            .map(each -> each.getKey() + change(each.getValue()))
                            .collect(Collectors.joining(", "));
            return all.isEmpty() ? null : shortened(all);
        }
        return value.isMissingNode() || value.isNull() || value.asText().isBlank()
                ? null
                : shortened(one(kind, detail, value.asText(), language));
    }

    /** What became of a property, where the value says so. */
    private static String change(JsonNode value) {
        if (!value.has("before") && !value.has("after")) {
            return "";
        }
        return ": " + value.path("before").asText("–") + " → "
                + value.path("after").asText("–");
    }

    private String one(String kind, String detail, String value, Locale language) {
        if (detail.equals(SERVICE) || detail.equals("services")) {
            return value.equals("platform")
                    ? messages.getMessage("service.whole-platform", null, language)
                    : services.of(value, language);
        }
        String word = messages.getMessage("audit.value." + detail + "." + value, null, null, language);
        String prefix = KNOWN.get(kind + "." + detail);
        if (word == null && prefix != null) {
            word = messages.getMessage(prefix + value, null, null, language);
        }
        return word == null ? time(value, language) : word;
    }

    private String time(String value, Locale language) {
        PageTimes times = new PageTimes(zone, language);
        try {
            if (value.matches("-?PT?[0-9DTHMS.]+")) {
                return times.span(Duration.parse(value));
            }
            return value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*Z") ? times.exactly(Instant.parse(value)) : value;
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
