package com.leecyber.support.ticket;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The unique record of a request (R2), and what may be done with it. */
@Entity
public class Ticket {

    @Id
    private Long id;

    private String number;
    private long customerId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private Instant movedToPanelAt;

    @Enumerated(EnumType.STRING)
    private TicketType type;

    private String service;
    private String subject;
    private String description;
    private String quoted;
    private String steps;
    private String expected;
    private String actual;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    private boolean secondLine;

    @Embedded
    private Impact impact;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private String priorityRule;
    private String priorityVersion;
    private String priorityReason;
    private Instant registeredAt;
    private Instant responseDueAt;
    private String releaseVersion;
    private String incident;
    private String exclusion;
    private String resolution;

    @Enumerated(EnumType.STRING)
    private ClosingReason closingReason;

    private Instant resolvedAt;
    private Instant closedAt;
    private Long followsId;
    private String salt;

    @Version
    private Integer version;

    protected Ticket() {}

    /** Registers what came in (R5.1); {@code id} comes from the database sequence behind the ticket numbers. */
    Ticket(long id, NewTicket request, Impact impact, Instant registeredAt) {
        this.id = id;
        this.number = TicketNumber.of(registeredAt.atOffset(ZoneOffset.UTC).getYear(), id);
        this.customerId = request.customerId();
        this.channel = request.channel();
        this.type = request.type();
        this.service = request.service();
        this.subject = request.subject();
        this.description = request.description();
        this.steps = request.steps();
        this.expected = request.expected();
        this.actual = request.actual();
        this.impact = impact;
        this.followsId = request.follows();
        this.status = TicketStatus.REGISTERED;
        this.registeredAt = registeredAt;
        this.salt = SealedText.salt();
    }

    private void become(TicketStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalTransition(number, status, next);
        }
        status = next;
    }

    /** Keeps what the customer's mail repeated. */
    void quote(String repeated) {
        quoted = repeated;
    }

    void correctType(TicketType corrected) {
        type = corrected;
    }

    void assess(Impact assessed) {
        impact = assessed;
    }

    void prioritise(Priority decided, String rule, String decisionVersion, String reason) {
        priority = decided;
        priorityRule = rule;
        priorityVersion = decisionVersion;
        priorityReason = reason;
    }

    void takeIntoFirstLine() {
        become(TicketStatus.IN_FIRST_LINE);
    }

    void escalate() {
        become(TicketStatus.IN_SECOND_LINE);
        secondLine = true;
    }

    void returnToFirstLine() {
        become(TicketStatus.IN_TRIAGE);
        secondLine = false;
    }

    void awaitCustomer() {
        become(TicketStatus.WAITING_FOR_CUSTOMER);
    }

    /** The customer answered: back to the line that asked. */
    void continueAfterAnswer() {
        become(secondLine ? TicketStatus.IN_SECOND_LINE : TicketStatus.IN_TRIAGE);
    }

    void awaitRelease(String fixedIn) {
        become(TicketStatus.WAITING_FOR_RELEASE);
        releaseVersion = fixedIn;
    }

    /** Waits for an incident, unless what is being done with it must not be broken off. */
    boolean awaitIncident(String number) {
        if (!status.mayBecome(TicketStatus.WAITING_FOR_INCIDENT)) {
            return false;
        }
        become(TicketStatus.WAITING_FOR_INCIDENT);
        incident = number;
        return true;
    }

    void leaveIncident() {
        returnToFirstLine();
        incident = null;
    }

    void startRepair() {
        become(TicketStatus.IN_REPAIR);
    }

    void moveToPanel(Instant at) {
        if (channel != Channel.PANEL && movedToPanelAt == null) {
            movedToPanelAt = at;
        }
    }

    void resolve(ClosingReason reason, String text, Instant at) {
        become(TicketStatus.RESOLVED);
        closingReason = reason;
        resolution = text;
        resolvedAt = at;
    }

    void excludeBy(String exclusionCode) {
        exclusion = exclusionCode;
    }

    /** Closes for a reason; a ticket that was resolved keeps the reason it was resolved for. */
    void close(ClosingReason reason, Instant at) {
        become(TicketStatus.CLOSED);
        closingReason = closingReason == null ? reason : closingReason;
        closedAt = at;
        responseDueAt = null;
    }

    void responseDueAt(Instant due) {
        responseDueAt = due;
    }

    /** Whether everything about it now goes through the panel (R3.1.2). */
    public boolean isInPanel() {
        return channel == Channel.PANEL || movedToPanelAt != null;
    }

    /** Whether the customer may write of it in the panel only: it moved there, or L2 has it (R3.1.2). */
    boolean isForPanelOnly() {
        return movedToPanelAt != null || secondLine;
    }

    public Long id() {
        return id;
    }

    /** Unique and readable, with gaps: {@code SD-2026-000123} (R5.1). */
    public String number() {
        return number;
    }

    public long customerId() {
        return customerId;
    }

    /** The channel that the request came by. */
    public Channel channel() {
        return channel;
    }

    public TicketType type() {
        return type;
    }

    public String service() {
        return service;
    }

    public String subject() {
        return subject;
    }

    public String description() {
        return description;
    }

    /** Earlier mails and a signature that the customer's mail repeated: shown folded. */
    public Optional<String> quoted() {
        return Optional.ofNullable(quoted);
    }

    public String steps() {
        return steps;
    }

    public String expected() {
        return expected;
    }

    public String actual() {
        return actual;
    }

    public TicketStatus status() {
        return status;
    }

    public Impact impact() {
        return impact;
    }

    /** Empty until L1 has decided (R4.2). */
    public Optional<Priority> priority() {
        return Optional.ofNullable(priority);
    }

    /** The rule of the table {@code priority} that fired when the priority was decided. */
    public String priorityRule() {
        return priorityRule;
    }

    /** Why L1 decided otherwise than the rule; null when they did not. */
    public String priorityReason() {
        return priorityReason;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    /** When the next answer is due; empty when none is owed. */
    public Optional<Instant> responseDueAt() {
        return Optional.ofNullable(responseDueAt);
    }

    /** The release that brings the fix (R5.4c). */
    public Optional<String> releaseVersion() {
        return Optional.ofNullable(releaseVersion);
    }

    /** The number of the incident that it has waited for, also once it is over. */
    public Optional<String> incident() {
        return Optional.ofNullable(incident);
    }

    /** The row of the table {@code exclusion} that applied (R7.2). */
    public Optional<String> exclusion() {
        return Optional.ofNullable(exclusion);
    }

    /** What the customer is told in the end. */
    public Optional<String> resolution() {
        return Optional.ofNullable(resolution);
    }

    public Optional<ClosingReason> closingReason() {
        return Optional.ofNullable(closingReason);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** What its texts are sealed with; null when they were written before texts were, or have been erased. */
    String salt() {
        return salt;
    }

    /** The closed ticket that this one goes on from. */
    public Optional<Long> followsId() {
        return Optional.ofNullable(followsId);
    }
}
