package com.leecyber.support.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A file of a ticket; its content is kept apart, under the same random key. */
@Entity
public class Attachment {

    @Id
    private UUID key;

    private long ticketId;
    private String name;
    private String mediaType;
    private long size;
    private String sha256;
    private Instant storedAt;
    private String storedBy;

    protected Attachment() {}

    Attachment(
            UUID key,
            Ticket ticket,
            String name,
            String mediaType,
            long size,
            String sha256,
            Instant storedAt,
            String storedBy) {
        this.key = key;
        this.ticketId = ticket.id();
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
        this.storedAt = storedAt;
        this.storedBy = storedBy;
    }

    public UUID key() {
        return key;
    }

    /** The sender's name for it, made safe to show and to save under. */
    public String name() {
        return name;
    }

    /** What the content is, whatever the name claims. */
    public String mediaType() {
        return mediaType;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    public Instant storedAt() {
        return storedAt;
    }
}
