package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.ticket.ServiceCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small script that shares nothing with the desk computes the page's figures from the raw intervals (R7.1, R7.2). */
@HttpDeskTest
class AvailabilityCheckTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Pattern LINE = Pattern.compile("data-line=\"([^\"]+)\".*?</tr>", Pattern.DOTALL);
    private static final Pattern ASKED = Pattern.compile("class=\"asked\" datetime=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Downtimes downtimes;

    @Autowired
    DowntimeRecords records;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    JdbcClient database;

    private Visitor inna;

    /** Seconds and percent, with and without exclusions, as text. */
    record Line(String down, String available, String downInAll, String availableInAll) {}

    @BeforeEach
    void anAuditor() {
        inna = Visitor.signedIn(port, "inna");
    }

    /** Whatever is still open would reach into other tests' months. */
    @AfterEach
    void everythingIsOverAgain() {
        database.sql("select reference from downtime where ended_at is null and reference like 'MI-CHECK-%'")
                .query(String.class)
                .list()
                .forEach(reference -> downtimes.end(reference, Instant.EPOCH));
    }

    /** In Moscow the clocks were set forward in March 2010 and back in October. */
    @ParameterizedTest
    @CsvSource({"2010-03, 743", "2010-10, 745", "2009-02, 672"})
    void theScriptFindsTheFiguresOfAMonth(YearMonth month, int hours) {
        Interval period = Period.month(month).in(MOSCOW);
        randomIntervals(period, period.to(), month.hashCode());

        String page = inna.get("/availability?month=" + month + "&lang=en").body();

        assertThat(page).contains("class=\"elapsed\"><time datetime=\"PT" + hours + "H\"");
        assertThat(shown(page)).isEqualTo(computed(month.toString(), page));
    }

    @Test
    void theScriptFindsTheFiguresOfTheRunningMonthAndYear() {
        Instant now = Instant.parse(match(ASKED, inna.get("/availability").body()));
        YearMonth month = YearMonth.from(now.atZone(MOSCOW));
        randomIntervals(Period.month(month).in(MOSCOW), now, 7);

        String page = inna.get("/availability?month=" + month + "&lang=en").body();
        String year =
                inna.get("/availability?year=" + month.getYear() + "&lang=en").body();

        assertThat(shown(page)).isEqualTo(computed(month.toString(), page));
        assertThat(shown(year)).isEqualTo(computed("" + month.getYear(), year));
    }

    /** Overlapping, touching, empty and open ones, some reaching out of the period, a third of them excluded. */
    private void randomIntervals(Interval period, Instant end, long seed) {
        Random random = new Random(seed);
        List<String> services = catalogue.services().stream()
                .map(ServiceCatalogue.Service::code)
                .toList();
        Instant earlier = period.from().minus(Duration.ofHours(5));
        long span = Duration.between(earlier, end).toMillis();
        Instant last = earlier;
        for (int number = 0; number < 60; number++) {
            String reference = "MI-CHECK-%x".formatted(random.nextInt());
            Instant from = number % 10 == 0 ? last : earlier.plusMillis(random.nextLong(span));
            downtimes.begin(
                    reference,
                    number % 4 == 0 ? List.of() : List.of(services.get(random.nextInt(services.size()))),
                    from);
            if (number % 15 != 1) {
                last = from.plusMillis(number % 12 == 0 ? 0 : random.nextLong(4 * 3_600_000));
                downtimes.end(reference, last.isBefore(end) ? last : end.plusSeconds(number));
            }
            if (number % 3 == 0) {
                long id = database.sql("select id from downtime where reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single();
                records.decide(id, "FORCE_MAJEURE", "R7.2.5", "exclusion:1", "DDoS", "vera", end);
            }
        }
    }

    private static Map<String, Line> shown(String page) {
        return LINE.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> new Line(
                                seconds(row.group(), "down"),
                                percent(row.group(), "available"),
                                seconds(row.group(), "down-in-all"),
                                percent(row.group(), "available-in-all"))));
    }

    private static String seconds(String row, String what) {
        Duration span = Duration.parse(match(Pattern.compile("class=\"" + what + "\" datetime=\"([^\"]+)\""), row));
        return "%d.%03d".formatted(span.toSeconds(), span.toMillisPart());
    }

    private static String percent(String row, String what) {
        return match(Pattern.compile("class=\"" + what + "\">([^<]+)%<"), row);
    }

    private static String match(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private Map<String, Line> computed(String period, String page) {
        String query = (period.length() == 4 ? "year=" : "month=") + period;
        String intervals = inna.get("/availability/intervals.csv?" + query).body();
        return script(intervals, period, MOSCOW.getId(), "--now", match(ASKED, page))
                .lines()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(line -> line[0], line -> new Line(line[1], line[2], line[3], line[4])));
    }

    private static String script(String intervals, String... arguments) {
        try {
            Path input = Files.createTempFile("intervals", ".csv");
            Path errors = Files.createTempFile("errors", ".txt");
            Files.writeString(input, intervals);
            List<String> command = new ArrayList<>(List.of("python3", "docs/availability-check.py"));
            command.addAll(List.of(arguments));
            Process script = started(
                    new ProcessBuilder(command).redirectInput(input.toFile()).redirectError(errors.toFile()));
            String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(script.waitFor()).as(Files.readString(errors)).isZero();
            return output;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Process started(ProcessBuilder script) {
        try {
            return script.start();
        } catch (IOException e) {
            String missing = "python3 is not installed: nobody computed the figures again";
            System.err.println("SKIPPED: " + missing);
            return Assumptions.abort(missing);
        }
    }
}
