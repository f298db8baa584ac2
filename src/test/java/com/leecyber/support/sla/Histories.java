package com.leecyber.support.sla;

import com.leecyber.support.sla.ClockFact.Closed;
import com.leecyber.support.sla.ClockFact.CustomerAnswered;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.HardwareFaultDetected;
import com.leecyber.support.sla.ClockFact.HardwareRepaired;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ClockFact.ReturnedToFirstLine;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random tickets' lives: any fact after any other, at once, soon, late, and now and then with a clock that is slow. */
final class Histories {

    static final Instant REGISTERED = Instant.parse("2026-03-02T09:00:00Z");

    private Histories() {}

    /** A registration and then anything. */
    static Arbitrary<List<ClockFact>> afterRegistration() {
        Arbitrary<ClockFact> registration = windows().map(window -> new Registered(REGISTERED, window));
        return Combinators.combine(registration, anything()).as((first, rest) -> {
            List<ClockFact> history = new ArrayList<>();
            history.add(first);
            history.addAll(rest);
            return history;
        });
    }

    /** Facts without any sense in their order. */
    static Arbitrary<List<ClockFact>> anything() {
        Arbitrary<BiFunction<Instant, ResponseWindow, ClockFact>> kinds = Arbitraries.frequency(
                Tuple.of(1, Registered::new),
                Tuple.of(4, WindowCorrected::new),
                Tuple.of(4, (at, window) -> new Responded(at, "anna")),
                Tuple.of(5, (at, window) -> new InformationRequested(at, "anna")),
                Tuple.of(5, (at, window) -> new CustomerAnswered(at)),
                Tuple.of(4, Escalated::new),
                Tuple.of(4, ReturnedToFirstLine::new),
                Tuple.of(2, (at, window) -> new HardwareFaultDetected(at, at.minus(window.length()), window)),
                Tuple.of(1, (at, window) -> new HardwareFaultDetected(at, at, window)),
                Tuple.of(2, (at, window) -> new HardwareRepaired(at)),
                Tuple.of(1, (at, window) -> new Closed(at)));
        return Combinators.combine(kinds, steps(), windows())
                .as(Step::new)
                .list()
                .ofMaxSize(20)
                .map(Histories::inOrder);
    }

    /** From minutes before the last fact to hours after it, and often the very moment at which something is due. */
    private static Arbitrary<Duration> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Duration.ZERO)),
                Tuple.of(6, Arbitraries.longs().between(1, 500).map(Duration::ofMinutes)),
                Tuple.of(2, Arbitraries.longs().between(1, 4).map(quarters -> Duration.ofMinutes(30 * quarters))),
                Tuple.of(1, Arbitraries.longs().between(1, 90_000).map(Duration::ofMillis)),
                Tuple.of(1, Arbitraries.longs().between(-40, -1).map(Duration::ofMinutes)));
    }

    private static Arbitrary<ResponseWindow> windows() {
        return Combinators.combine(
                        Arbitraries.of("PT30M", "PT1H", "PT2H", "PT6H", "PT12H").map(Duration::parse),
                        Arbitraries.of(0.05, 0.5, 0.75, 0.9, 1.0))
                .as((length, share) -> new ResponseWindow(length, share, "R3.2", "rule", "1"));
    }

    private static List<ClockFact> inOrder(List<Step> steps) {
        List<ClockFact> facts = new ArrayList<>();
        Instant at = REGISTERED;
        for (Step step : steps) {
            at = at.plus(step.later());
            facts.add(step.kind().apply(at, step.window()));
        }
        return facts;
    }

    private record Step(BiFunction<Instant, ResponseWindow, ClockFact> kind, Duration later, ResponseWindow window) {}
}
