package com.leecyber.support.change;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of diagrams, tables or forms that one person proposes and another decides. */
@Entity
class Change {

    static final int TITLE_LENGTH = 200;
    static final int DECISION_LENGTH = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String title;
    private String proposedBy;
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private ChangeState state;

    private String decidedBy;
    private Instant decidedAt;
    private String decision;
    private String deployment;
    private Instant movedAt;

    @ElementCollection
    @CollectionTable(name = "changed_file", joinColumns = @JoinColumn(name = "change_id"))
    @OrderBy("name")
    private List<ChangedFile> files = new ArrayList<>();

    @Version
    private Integer version;

    protected Change() {}

    Change(String title, List<ChangedFile> files, String proposedBy, Instant proposedAt) {
        this.title = title;
        this.files.addAll(files);
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
        this.state = ChangeState.PROPOSED;
    }

    /** Puts it in force (four eyes: by somebody else than who proposed it). */
    void deployed(String deployed, String by, Instant at, String why) {
        decide(ChangeState.DEPLOYED, by, at, why);
        deployment = deployed;
    }

    void reject(String by, Instant at, String why) {
        decide(ChangeState.REJECTED, by, at, why);
    }

    void withdraw(String by, Instant at) {
        requireProposed();
        if (!by.equals(proposedBy)) {
            throw new ChangeRefused("change.not-yours");
        }
        end(ChangeState.WITHDRAWN, by, at, null);
    }

    void replaced(Instant at) {
        requireProposed();
        end(ChangeState.REPLACED, proposedBy, at, null);
    }

    /** Every process that was under way has been moved, or stays where it is. */
    void moved(Instant at) {
        movedAt = at;
    }

    /** Says why this person may not decide it; does nothing when they may. */
    void requireDecidableBy(String person) {
        requireProposed();
        if (person.equals(proposedBy)) {
            throw new ChangeRefused("change.own");
        }
    }

    private void requireProposed() {
        if (state != ChangeState.PROPOSED) {
            throw new ChangeRefused("change.decided-already");
        }
    }

    private void decide(ChangeState next, String by, Instant at, String why) {
        requireDecidableBy(by);
        end(next, by, at, why);
    }

    private void end(ChangeState next, String by, Instant at, String why) {
        state = next;
        decidedBy = by;
        decidedAt = at;
        decision = why;
    }

    long id() {
        return id;
    }

    /** As the journal names it. */
    String number() {
        return "CH-" + id;
    }

    String title() {
        return title;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    ChangeState state() {
        return state;
    }

    boolean isProposed() {
        return state == ChangeState.PROPOSED;
    }

    Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<String> decision() {
        return Optional.ofNullable(decision);
    }

    Optional<String> deployment() {
        return Optional.ofNullable(deployment);
    }

    Optional<Instant> movedAt() {
        return Optional.ofNullable(movedAt);
    }

    List<ChangedFile> files() {
        return List.copyOf(files);
    }
}
