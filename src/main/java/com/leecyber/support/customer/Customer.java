package com.leecyber.support.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;

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
}
