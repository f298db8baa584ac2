package com.leecyber.support.incident;

import java.util.List;

/** What the forms of the incident pages send; an error shows them again as they were. */
final class IncidentForms {

    private IncidentForms() {}

    /** A new incident; moments as the browser's fields write them. */
    record Declaration(
            String titleRu, String titleEn, List<String> services, String detectedAt, String downSince, String ticket) {

        Declaration {
            services = services == null ? List.of() : List.copyOf(services);
            ticket = ticket == null ? "" : ticket.replaceAll("\\p{Cntrl}", "").strip();
        }
    }

    /**
     * Tickets to link.
     *
     * @param all that everything is meant that looks alike
     * @param numbers typed by hand
     */
    record Links(List<String> ticket, Boolean all, String numbers) {

        Links {
            ticket = ticket == null ? List.of() : List.copyOf(ticket);
            all = Boolean.TRUE.equals(all);
        }
    }

    /** A text in both languages. */
    record Texts(String textRu, String textEn, String upAgainAt) {}

    /** A ticket with another cause. */
    record Unlink(String ticket, String reason) {}
}
