package com.leecyber.support.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/** One entry of a ticket's conversation. */
@Entity
public class Message {

    /** Who wrote it. */
    public enum AuthorKind {
        CUSTOMER,
        AGENT,
        SYSTEM
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long ticketId;
    private Instant writtenAt;
    private String author;

    @Enumerated(EnumType.STRING)
    private AuthorKind authorKind;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private boolean outsidePanel;
    private String text;
    private String quoted;
    private String salt;

    protected Message() {}

    Message(
            Ticket ticket,
            Instant writtenAt,
            String author,
            AuthorKind authorKind,
            MessageKind kind,
            Channel channel,
            String text,
            String quoted) {
        this.ticketId = ticket.id();
        this.writtenAt = writtenAt;
        this.author = author;
        this.authorKind = authorKind;
        this.kind = kind;
        this.channel = channel;
        this.outsidePanel = authorKind == AuthorKind.CUSTOMER && channel != Channel.PANEL && ticket.isForPanelOnly();
        this.text = text;
        this.quoted = quoted;
        this.salt = SealedText.salt();
    }

    public Long id() {
        return id;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public String author() {
        return author;
    }

    public AuthorKind authorKind() {
        return authorKind;
    }

    public MessageKind kind() {
        return kind;
    }

    public Channel channel() {
        return channel;
    }

    /** Came by another channel though the ticket had moved to the panel, or was with L2 (R3.1.2). */
    public boolean isOutsidePanel() {
        return outsidePanel;
    }

    public String text() {
        return text;
    }

    /** What the text is sealed with; null when it was written before texts were, or has been erased. */
    String salt() {
        return salt;
    }

    /** Earlier mails and a signature that a mail repeated: shown folded. */
    public Optional<String> quoted() {
        return Optional.ofNullable(quoted);
    }
}
