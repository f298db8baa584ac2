package com.leecyber.support.works;

import com.leecyber.support.notification.Moments;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words which hours of the week are off-peak: days that are alike in one line. */
@Component
class OffPeakWords {

    private static final int HOURS = 24;

    private final OffPeakHours hours;
    private final Moments moments;
    private final MessageSource messages;

    OffPeakWords(OffPeakHours hours, Moments moments, MessageSource messages) {
        this.hours = hours;
        this.moments = moments;
        this.messages = messages;
    }

    List<String> lines(Locale language) {
        Map<String, List<String>> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.computeIfAbsent(spans(day), any -> new ArrayList<>())
                    .add(day.getDisplayName(TextStyle.SHORT, language));
        }
        List<String> lines = new ArrayList<>();
        days.forEach((spans, alike) -> {
            if (!spans.isEmpty()) {
                Object[] values = {
                    String.join(", ", alike), spans, moments.zone().getDisplayName(TextStyle.FULL, language)
                };
                lines.add(messages.getMessage("works.off-peak", values, language));
            }
        });
        return lines;
    }

    private String spans(DayOfWeek day) {
        List<String> spans = new ArrayList<>();
        int from = 0;
        for (int hour = 0; hour <= HOURS; hour++) {
            boolean offPeak = hour < HOURS && hours.at(day, hour).offPeak();
            if (!offPeak) {
                if (from < hour) {
                    spans.add("%02d:00–%02d:00".formatted(from, hour));
                }
                from = hour + 1;
            }
        }
        return String.join(", ", spans);
    }
}
