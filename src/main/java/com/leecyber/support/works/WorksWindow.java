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

/** One window that planned works had or were to have, who decided on it, and whether customers heard of it in time. */
@Entity
public class WorksWindow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "works")
    private Works works;

    private int revision;
    private Instant startsAt;
    private Instant endsAt;

    @Embedded
    private PublicText text;

    private String offPeakReason;
    private String plannedBy;
    private Instant plannedAt;
    private Boolean approved;
    private String decidedBy;
    private Instant decidedAt;
    private String comment;
    private Instant announcedAt;
    private Boolean noticeGiven;

    protected WorksWindow() {}

    WorksWindow(
            Works works, int revision, Window window, PublicText text, String offPeakReason, String by, Instant now) {
        this.works = works;
        this.revision = revision;
        this.startsAt = window.from();
        this.endsAt = window.to();
        this.text = text;
        this.offPeakReason = offPeakReason;
        this.plannedBy = by;
        this.plannedAt = now;
    }

    void decide(boolean approved, String by, String comment, Instant now) {
        this.approved = approved;
        this.decidedBy = by;
        this.comment = comment;
        this.decidedAt = now;
    }

    void announce(Instant now) {
        announcedAt = now;
    }

    void noticeGiven(boolean given) {
        noticeGiven = given;
    }

    /** Which plan this is, from 1; the calendar files count alike. */
    public int revision() {
        return revision;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** What customers are to read of it. */
    public PublicText text() {
        return text;
    }

    /** Why customers' busy hours are touched. */
    public Optional<String> offPeakReason() {
        return Optional.ofNullable(offPeakReason);
    }

    public String plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    /** What a shift lead said; empty until one has. */
    public Optional<Boolean> approved() {
        return Optional.ofNullable(approved);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    public Optional<Instant> announcedAt() {
        return Optional.ofNullable(announcedAt);
    }

    public boolean isAnnounced() {
        return announcedAt != null;
    }

    /** Whether everybody was told in time; empty until that was found out. */
    public Optional<Boolean> noticeGiven() {
        return Optional.ofNullable(noticeGiven);
    }
}
