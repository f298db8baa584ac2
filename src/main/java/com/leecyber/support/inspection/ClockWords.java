package com.leecyber.support.inspection;

import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.PageTimes;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words how a promise was computed and how it was kept. */
@Component
class ClockWords {

    private static final String KEY = "audit.ticket.clock.";

    private final MessageSource messages;

    ClockWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Such as: first response: a window of 6 h (R3.2, rule …, responseWindow:2) from 09:00 to 15:00; anna answered at 11:12; in
     * time by 3 h 47 min.
     *
     * @param window null when no fact tells of it
     * @param by who settled it, or null
     */
    String of(Promise promise, ResponseWindow window, String by, PageTimes times) {
        String kind = said("PromiseKind." + promise.kind(), times);
        Duration length = Duration.between(promise.startedAt(), promise.dueAt());
        String rule = window == null || window.rule() == null
                ? said(KEY + "by-setting", times, promise.clause())
                : said(KEY + "by-rule", times, promise.clause(), window.rule(), window.decisionVersion());
        return said(
                        KEY + "computed",
                        times,
                        kind,
                        times.span(length),
                        rule,
                        times.toTheSecond(promise.startedAt()),
                        times.toTheSecond(promise.dueAt()))
                + " " + end(promise, by, times);
    }

    private String end(Promise promise, String by, PageTimes times) {
        if (promise.owed()) {
            return said(KEY + "owed." + promise.verdict(), times);
        }
        String settled = times.toTheSecond(promise.settledAt());
        String margin = times.span(
                Duration.between(promise.settledAt(), promise.dueAt()).abs());
        return by == null
                ? said(KEY + "settled." + promise.verdict(), times, settled, margin)
                : said(KEY + "answered." + promise.verdict(), times, by, settled, margin);
    }

    private String said(String key, PageTimes times, Object... values) {
        return messages.getMessage(key, values, times.locale());
    }
}
