package com.leecyber.support.channel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Message.AuthorKind;
import com.leecyber.support.ticket.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A ticket with everything that its customer may read.
 *
 * @param followUpOf the closed ticket that it goes on from, or null
 */
record TicketDetails(
        @JsonUnwrapped TicketFacts facts,
        String description,
        String steps,
        String expected,
        String actual,
        String resolution,
        String followUpOf,
        List<Said> conversation,
        List<File> files) {

    /** One message; who of the desk wrote it stays within the desk. */
    record Said(
            Instant at,
            String author,
            AuthorKind authorKind,
            MessageKind kind,
            String kindLabel,
            Channel channel,
            String text) {}

    /** One file; its address serves the content. */
    record File(UUID key, String name, String mediaType, long size, Instant storedAt, String href) {}
}
