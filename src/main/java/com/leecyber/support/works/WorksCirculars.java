package com.leecyber.support.works;

import com.leecyber.support.notification.Circular;
import com.leecyber.support.notification.CircularAudience;
import com.leecyber.support.notification.CircularKind;
import com.leecyber.support.notification.Circulars;
import com.leecyber.support.ticket.ServiceNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What customers with a licence are told of works, and which of it concerns which window (R6.1, R6.2). */
@Component
class WorksCirculars {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH);

    private final Circulars circulars;
    private final ServiceNames services;

    WorksCirculars(Circulars circulars, ServiceNames services) {
        this.circulars = circulars;
        this.services = services;
    }

    /** The latest window: announced, or as a correction of the one that was. */
    void announce(Works works) {
        Map<String, Instant> moments = moments(works.window());
        works.announced().ifPresent(old -> {
            moments.put("oldFrom", old.startsAt());
            moments.put("oldTo", old.endsAt());
        });
        begin(
                works,
                kindOf(works, works.window()),
                works.revision(),
                moments,
                says(works.window().text()));
    }

    void remind(Works works) {
        begin(works, CircularKind.WORKS_REMINDER, works.revision(), moments(works.window()), says(works.text()));
    }

    void prolonged(Works works, WorksNews news, int sequence) {
        Map<String, Instant> moments = moments(works.window());
        moments.put("from", works.beganAt().orElseThrow());
        news.endsAt().ifPresent(end -> moments.put("to", end));
        begin(works, CircularKind.WORKS_PROLONGED, sequence, moments, says(news.text()));
    }

    void completed(Works works) {
        Map<String, Instant> moments = new HashMap<>(Map.of(
                "from", works.beganAt().orElseThrow(), "to", works.endedAt().orElseThrow()));
        begin(works, CircularKind.WORKS_COMPLETED, works.revision(), moments, says(works.text()));
    }

    /** Of works that customers know. */
    void cancelled(Works works, PublicText why) {
        WorksWindow known = works.announced().orElseThrow();
        begin(
                works,
                CircularKind.WORKS_CANCELLED,
                works.revision(),
                moments(known),
                Map.of("text", works.text(), "reason", why));
    }

    /** Emergency works that are over (R6.2). */
    void emergencyDone(Works works, PublicText cause) {
        Map<String, Instant> moments = Map.of(
                "detected", works.detectedAt().orElseThrow(),
                "from", works.beganAt().orElseThrow(),
                "to", works.endedAt().orElseThrow());
        begin(works, CircularKind.EMERGENCY_WORKS_DONE, 1, moments, Map.of("text", works.text(), "cause", cause));
    }

    /** How far the announcement of a window has come. */
    Circulars.Progress progress(Works works, WorksWindow window) {
        return circulars
                .progress(works.number(), kindOf(works, window), window.revision())
                .orElseThrow();
    }

    /** The first announcement is one; what follows corrects it. */
    private static CircularKind kindOf(Works works, WorksWindow window) {
        boolean first = works.windows().stream()
                .noneMatch(other -> other.isAnnounced() && other.revision() < window.revision());
        return first ? CircularKind.WORKS_ANNOUNCED : CircularKind.WORKS_MOVED;
    }

    private static Map<String, Instant> moments(WorksWindow window) {
        return new HashMap<>(Map.of("from", window.startsAt(), "to", window.endsAt()));
    }

    private static Map<String, PublicText> says(PublicText text) {
        return Map.of("text", text);
    }

    private void begin(
            Works works, CircularKind kind, int sequence, Map<String, Instant> moments, Map<String, PublicText> words) {
        Map<Locale, Map<String, String>> texts = new HashMap<>();
        for (Locale language : LANGUAGES) {
            Map<String, String> values = new HashMap<>();
            values.put("services", services.of(works.services(), language));
            words.forEach((name, said) -> values.put(name, said.in(language)));
            texts.put(language, values);
        }
        circulars.begin(new Circular(works.number(), kind, sequence, CircularAudience.LICENSED, moments, texts));
    }
}
