package com.leecyber.support.works;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Works on the services, planned (R6.1) or done at once (R6.2), and what may become of them. */
@Entity
public class Works {

    @Id
    private String number;

    @Enumerated(EnumType.STRING)
    private WorksKind kind;

    @Enumerated(EnumType.STRING)
    private WorksState state;

    private String[] services;
    private boolean interrupts;

    @Embedded
    private PublicText text;

    private int revision;
    private String createdBy;
    private Instant createdAt;
    private Instant detectedAt;
    private String causeTicket;
    private String vulnerability;
    private Instant beganAt;
    private Instant endedAt;
    private Instant cancelledAt;
    private String done;

    @OneToMany(mappedBy = "works", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @OrderBy("revision")
    private Set<WorksWindow> windows = new LinkedHashSet<>();

    @OneToMany(mappedBy = "works", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @OrderBy("id")
    private Set<WorksNews> news = new LinkedHashSet<>();

    @Version
    private Integer version;

    protected Works() {}

    private Works(WorksKind kind, long sequence, Collection<String> services, PublicText text, String by, Instant now) {
        this.number = WorksNumber.of(kind, now.atOffset(ZoneOffset.UTC).getYear(), sequence);
        this.kind = kind;
        this.services = services.toArray(String[]::new);
        this.text = text;
        this.createdBy = by;
        this.createdAt = now;
    }

    /** Planned works; their first window follows ({@link #plan}). */
    static Works planned(
            long sequence, Collection<String> services, boolean interrupts, PublicText text, String by, Instant now) {
        Works works = new Works(WorksKind.PLANNED, sequence, services, text, by, now);
        works.state = WorksState.PLANNED;
        works.interrupts = interrupts;
        return works;
    }

    /** Emergency works, which begin at once; one of the two causes is null. */
    static Works emergency(
            long sequence,
            Collection<String> services,
            PublicText text,
            Instant detectedAt,
            String causeTicket,
            String vulnerability,
            Instant beganAt,
            String by,
            Instant now) {
        Works works = new Works(WorksKind.EMERGENCY, sequence, services, text, by, now);
        works.state = WorksState.RUNNING;
        works.detectedAt = detectedAt;
        works.causeTicket = causeTicket;
        works.vulnerability = vulnerability;
        works.beganAt = beganAt;
        return works;
    }

    /** They get a window, or another one, which a shift lead has to agree with. */
    void plan(Window window, PublicText text, String offPeakReason, String by, Instant now) {
        state = state.to(WorksState.PLANNED);
        revision++;
        windows.add(new WorksWindow(this, revision, window, text, offPeakReason, by, now));
    }

    void approve(String by, String comment, Instant now) {
        state = state.to(WorksState.APPROVED);
        window().decide(true, by, comment, now);
    }

    /** A shift lead does not agree with the window. */
    void giveBack(String by, String comment, Instant now) {
        state = state.to(WorksState.PLANNED);
        window().decide(false, by, comment, now);
    }

    /** From now on customers know the latest window, and its text stands. */
    void announce(Instant now) {
        window().announce(now);
        text = window().text();
    }

    void begin(Instant now) {
        state = state.to(WorksState.RUNNING);
        beganAt = now;
    }

    /** They go on for longer. */
    void prolong(Instant until, PublicText why, Instant now) {
        news.add(new WorksNews(this, why, until, now));
    }

    void end(Instant at, String done) {
        state = state.to(WorksState.OVER);
        endedAt = at;
        this.done = done;
    }

    /** What emergency works amounted to, which nobody can say before they are over. */
    void account(Collection<String> services, boolean interrupts, PublicText text) {
        this.services = services.toArray(String[]::new);
        this.interrupts = interrupts;
        this.text = text;
    }

    /** They will not be; why is null when nobody had heard of them. */
    void cancel(PublicText why, Instant now) {
        state = state.to(WorksState.CANCELLED);
        cancelledAt = now;
        if (why != null) {
            news.add(new WorksNews(this, why, null, now));
        }
    }

    public String number() {
        return number;
    }

    public WorksKind kind() {
        return kind;
    }

    public WorksState state() {
        return state;
    }

    /** The codes of the services concerned; none means the whole platform. */
    public List<String> services() {
        return List.of(services);
    }

    /** Whether the services are not available meanwhile. */
    public boolean interrupts() {
        return interrupts;
    }

    public PublicText text() {
        return text;
    }

    public int revision() {
        return revision;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the cause of emergency works was noticed. */
    public Optional<Instant> detectedAt() {
        return Optional.ofNullable(detectedAt);
    }

    /** The number of the ticket that made emergency works necessary. */
    public Optional<String> causeTicket() {
        return Optional.ofNullable(causeTicket);
    }

    /** The vulnerability that made emergency works necessary; no customer reads it. */
    public Optional<String> vulnerability() {
        return Optional.ofNullable(vulnerability);
    }

    /** What let emergency works begin without notice. */
    EmergencyCause cause() {
        return causeTicket == null ? EmergencyCause.VULNERABILITY : EmergencyCause.TICKET;
    }

    public Optional<Instant> beganAt() {
        return Optional.ofNullable(beganAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    /** What was done, for colleagues. */
    public Optional<String> done() {
        return Optional.ofNullable(done);
    }

    /** Every window that planned works had, oldest first. */
    public List<WorksWindow> windows() {
        return List.copyOf(windows);
    }

    /** The latest window of planned works. */
    public WorksWindow window() {
        return windows().get(windows.size() - 1);
    }

    /** The window that customers know; empty before the first announcement. */
    public Optional<WorksWindow> announced() {
        return windows.stream().filter(WorksWindow::isAnnounced).reduce((earlier, later) -> later);
    }

    /** What customers were told since, oldest first. */
    public List<WorksNews> news() {
        return List.copyOf(news);
    }

    /** When planned works are to end: as they were prolonged last, else as planned. */
    public Instant endsAt() {
        return news.stream()
                .flatMap(item -> item.endsAt().stream())
                .reduce((earlier, later) -> later)
                .orElseGet(() -> window().endsAt());
    }
}
