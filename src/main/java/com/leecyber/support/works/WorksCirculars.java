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

/** What customers with a licence are told of planned works, and which of it concerns which window (R6.1). */
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
                works.window().text(),
                null);
    }

    void remind(Works works) {
        begin(works, CircularKind.WORKS_REMINDER, works.revision(), moments(works.window()), works.text(), null);
    }

    void prolonged(Works works, WorksNews news, int sequence) {
        Map<String, Instant> moments = moments(works.window());
        moments.put("from", works.beganAt().orElseThrow());
        news.endsAt().ifPresent(end -> moments.put("to", end));
        begin(works, CircularKind.WORKS_PROLONGED, sequence, moments, news.text(), null);
    }

    void completed(Works works) {
        Map<String, Instant> moments = new HashMap<>(Map.of(
                "from", works.beganAt().orElseThrow(), "to", works.endedAt().orElseThrow()));
        begin(works, CircularKind.WORKS_COMPLETED, works.revision(), moments, works.text(), null);
    }

    /** Of works that customers know. */
    void cancelled(Works works, PublicText why) {
        WorksWindow known = works.announced().orElseThrow();
        begin(works, CircularKind.WORKS_CANCELLED, works.revision(), moments(known), works.text(), why);
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

    private void begin(
            Works works,
            CircularKind kind,
            int sequence,
            Map<String, Instant> moments,
            PublicText text,
            PublicText why) {
        Map<Locale, Map<String, String>> texts = new HashMap<>();
        for (Locale language : LANGUAGES) {
            Map<String, String> values = new HashMap<>();
            values.put("services", services.of(works.services(), language));
            values.put("text", text.in(language));
            if (why != null) {
                values.put("reason", why.in(language));
            }
            texts.put(language, values);
        }
        circulars.begin(new Circular(works.number(), kind, sequence, CircularAudience.LICENSED, moments, texts));
    }
}
