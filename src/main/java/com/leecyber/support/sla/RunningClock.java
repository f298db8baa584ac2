package com.leecyber.support.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The state between two facts while a ticket's history is read. */
final class RunningClock {

    private final List<Promise> promises = new ArrayList<>();

    /** Whether the customer has the word from a moment on; its keys are the moments of all facts. */
    private final NavigableMap<Instant, Boolean> waitingFrom = new TreeMap<>();

    private Instant registeredAt;
    private Instant moment;
    private ResponseWindow lastResponseWindow;
    private boolean waitingForCustomer;
    private boolean closed;

    void read(ClockFact fact) {
        boolean beforeRegistration = registeredAt == null && !(fact instanceof ClockFact.Registered);
        if (beforeRegistration || closed) {
            return;
        }
        moment = moment == null ? fact.at() : latest(moment, fact.at());
        fact.happenTo(this);
        waitingFrom.put(moment, waitingForCustomer);
    }

    ClockReading readingAt(Instant now) {
        if (registeredAt == null) {
            return new ClockReading(List.of(), List.of());
        }
        Instant end = closed ? moment : latest(moment, now);
        List<Promise> seen =
                promises.stream().map(promise -> promise.seenAt(end)).toList();
        return new ClockReading(seen, new Explanation(seen, waitingFrom).until(end));
    }

    void registered(ResponseWindow window) {
        if (registeredAt == null) {
            registeredAt = moment;
            owe(PromiseKind.FIRST_RESPONSE, moment, window);
        }
    }

    void windowCorrected(ResponseWindow window) {
        Predicate<Promise> undecidedFirstResponse =
                promise -> promise.kind() == PromiseKind.FIRST_RESPONSE && promise.owed() && !promise.overdueAt(moment);
        if (promises.stream().noneMatch(undecidedFirstResponse)) {
            return;
        }
        replace(
                undecidedFirstResponse,
                promise -> Promise.made(promise.number(), promise.kind(), promise.startedAt(), window));
        if (lastResponse().kind() == PromiseKind.FIRST_RESPONSE) {
            lastResponseWindow = window;
        }
    }

    void responded() {
        replace(promise -> promise.kind().isResponse(), promise -> promise.kept(moment));
    }

    void informationRequested() {
        responded();
        waitingForCustomer = true;
    }

    void customerAnswered() {
        if (waitingForCustomer) {
            waitingForCustomer = false;
            owe(PromiseKind.FOLLOW_UP, moment, lastResponseWindow);
        }
    }

    void escalated(ResponseWindow window) {
        waitingForCustomer = false;
        owe(PromiseKind.SECOND_LINE, moment, window);
    }

    void returnedToFirstLine(ResponseWindow window) {
        waitingForCustomer = false;
        // An overdue response is owed too: passing the ticket around must not give it a fresh deadline.
        if (promises.stream().noneMatch(promise -> promise.kind().isResponse() && promise.owed())) {
            owe(PromiseKind.FOLLOW_UP, moment, window);
        }
    }

    void hardwareFaultDetected(Instant detectedAt, ResponseWindow window) {
        owe(PromiseKind.HARDWARE_REPAIR, detectedAt, window);
    }

    void hardwareRepaired() {
        replace(promise -> !promise.kind().isResponse(), promise -> promise.kept(moment));
    }

    void closed() {
        replace(promise -> true, promise -> promise.droppedAtClosure(moment));
        closed = true;
    }

    private void owe(PromiseKind kind, Instant from, ResponseWindow window) {
        promises.add(Promise.made(promises.size() + 1, kind, from, window));
        if (kind.isResponse()) {
            lastResponseWindow = window;
        }
    }

    private Promise lastResponse() {
        return promises.stream()
                .filter(promise -> promise.kind().isResponse())
                .max(Comparator.comparing(Promise::number))
                .orElseThrow();
    }

    private void replace(Predicate<Promise> which, UnaryOperator<Promise> change) {
        promises.replaceAll(promise -> which.test(promise) ? change.apply(promise) : promise);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
