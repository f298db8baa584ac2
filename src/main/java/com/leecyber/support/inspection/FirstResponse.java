package com.leecyber.support.inspection;

import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.InformationRequested;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.Responded;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.PromiseKind;
import com.leecyber.support.sla.ResponseClock;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.sla.Verdict;
import com.leecyber.support.ticket.PageTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says whether a first response was in time, and how that is computed (R3.2). */
@Component
class FirstResponse {

    private final AuditTimes times;
    private final MessageSource messages;
    private final Clock clock;

    FirstResponse(AuditTimes times, MessageSource messages, Clock clock) {
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    /** One sentence a line: each window with the rule behind it, the deadline, the response, the verdict. */
    List<String> told(List<ClockFact> facts, Locale language) {
        PageTimes write = times.in(language);
        Instant now = clock.instant();
        List<String> lines = new ArrayList<>();
        facts.forEach(fact -> window(fact)
                .ifPresent(window -> lines.add(say(
                        language,
                        fact instanceof Registered ? "window" : "window-corrected",
                        write.exactly(fact.at()),
                        write.span(window.length()),
                        window.clause(),
                        window.rule() == null ? "–" : window.rule(),
                        window.decisionVersion() == null ? "–" : window.decisionVersion()))));
        ResponseClock.read(facts, now).promises().stream()
                .filter(promise -> promise.kind() == PromiseKind.FIRST_RESPONSE)
                .findFirst()
                .ifPresent(promise -> lines.addAll(judged(promise, facts, write, now, language)));
        return lines;
    }

    private List<String> judged(Promise promise, List<ClockFact> facts, PageTimes write, Instant now, Locale language) {
        Instant end = promise.settledAt() == null ? now : promise.settledAt();
        Duration margin = Duration.between(end, promise.dueAt());
        String due = say(
                language, "due", write.exactly(promise.startedAt()), write.exactly(promise.dueAt()), promise.clause());
        String settled = promise.settledAt() == null
                ? say(language, "owed")
                : promise.verdict() == Verdict.RELEASED
                        ? say(language, "released", write.exactly(promise.settledAt()))
                        : say(
                                language,
                                "given",
                                write.exactly(promise.settledAt()),
                                author(facts, promise.settledAt()).orElse("–"));
        String verdict = messages.getMessage("Verdict." + promise.verdict(), null, language);
        return List.of(
                due,
                settled,
                margin.isNegative()
                        ? say(language, "late", verdict, write.span(margin.abs()))
                        : say(language, "margin", verdict, write.span(margin)));
    }

    private static Optional<ResponseWindow> window(ClockFact fact) {
        if (fact instanceof Registered registered) {
            return Optional.of(registered.window());
        }
        return fact instanceof WindowCorrected corrected ? Optional.of(corrected.window()) : Optional.empty();
    }

    private static Optional<String> author(List<ClockFact> facts, Instant at) {
        return facts.stream()
                .filter(fact -> fact.at().equals(at))
                .flatMap(fact -> fact instanceof Responded responded
                        ? Stream.ofNullable(responded.by())
                        : fact instanceof InformationRequested asked ? Stream.ofNullable(asked.by()) : Stream.empty())
                .findFirst();
    }

    private String say(Locale language, String key, Object... arguments) {
        return messages.getMessage("audit.export.response." + key, arguments, language);
    }
}
