package com.leecyber.support.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Someone who may ask for support (R1.4). */
@Entity
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private String email;
    private String language;
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private ContactChannel preferredChannel = ContactChannel.EMAIL;

    private Long chatId;
    private String provider;
    private String subject;
    private Instant erasedAt;

    protected Customer() {}

    /**
     * A new customer.
     *
     * @param language the language that the desk writes to them in: {@code ru} or {@code en}
     */
    public Customer(String name, String email, Locale language, Instant createdAt) {
        this.name = name;
        this.email = email;
        this.language = language.getLanguage();
        this.createdAt = createdAt;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** The language that the desk writes to them in. */
    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** Where the desk writes to first. Without a linked chat it is always the mail address. */
    public ContactChannel preferredChannel() {
        return chatId == null ? ContactChannel.EMAIL : preferredChannel;
    }

    /** The Telegram chat that is theirs, if they linked one. */
    public Optional<Long> chat() {
        return Optional.ofNullable(chatId);
    }

    /** Whether everything personal about them was erased on request: only the id is left. */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** Nobody can sign in as them or be found by their address any more; numbers, dates and licences stay. */
    void erase(Instant at) {
        name = "Удалённый клиент " + id;
        // No address ends so (RFC 2606), and no two customers have the same.
        email = "erased-" + id + "@invalid";
        preferredChannel = ContactChannel.EMAIL;
        chatId = null;
        provider = null;
        subject = null;
        erasedAt = at;
    }

    void prefer(ContactChannel channel, Locale spoken) {
        preferredChannel = channel;
        language = spoken.getLanguage();
    }

    /** Whoever links a chat wants to be written to there. */
    void link(long chat) {
        chatId = chat;
        preferredChannel = ContactChannel.TELEGRAM;
    }

    void unlink() {
        chatId = null;
    }

    void isKnownAs(String providerId, String subjectThere) {
        provider = providerId;
        subject = subjectThere;
    }
}
