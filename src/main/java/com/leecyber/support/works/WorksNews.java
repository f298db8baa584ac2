package com.leecyber.support.works;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;

/** What customers were told of works after these were announced: why they take longer, why they will not be. */
@Entity
public class WorksNews {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "works")
    private Works works;

    private Instant toldAt;

    @Embedded
    private PublicText text;

    private Instant endsAt;

    protected WorksNews() {}

    WorksNews(Works works, PublicText text, Instant endsAt, Instant now) {
        this.works = works;
        this.text = text;
        this.endsAt = endsAt;
        this.toldAt = now;
    }

    public Instant toldAt() {
        return toldAt;
    }

    public PublicText text() {
        return text;
    }

    /** Until when the works go on; empty when that did not change. */
    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }
}
