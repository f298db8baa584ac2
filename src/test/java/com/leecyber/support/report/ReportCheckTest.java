package com.leecyber.support.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.sla.ResponseClocks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small script that shares nothing with the desk computes each figure of each page from the facts that it exports. */
@HttpDeskTest
class ReportCheckTest {

    private static final Pattern ROW = Pattern.compile("data-row=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("<data value=\"([^\"]*)\"");
    private static final Pattern TILE =
            Pattern.compile("data-row=\"tile:([a-z-]+)\">.*?value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final String MANY = "from=2011-03-20&to=2011-05-10";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    ResponseClocks clocks;

    @Autowired
    ClosedTickets closedTickets;

    @Autowired
    MovableClock clock;

    private Visitor vera;

    @BeforeEach
    void aShiftLead() {
        vera = Visitor.signedIn(port, "vera");
        PastTickets.know(database, clocks, closedTickets);
    }

    @ParameterizedTest
    @CsvSource({
        "responses, facts",
        "escalations, facts",
        "resolution, facts",
        "queue, queue",
        "breaches, breaches",
        "agents, agents",
        "steps, steps"
    })
    void theScriptFindsEveryFigureOfAPage(String report, String file) {
        Map<String, List<String>> shown =
                same(report, file, MANY, LocalDate.of(2011, 3, 20), LocalDate.of(2011, 5, 10));
        assertThat(shown).hasSizeGreaterThan(2);
        same(report, file, MANY + "&channel=EMAIL", LocalDate.of(2011, 3, 20), LocalDate.of(2011, 5, 10));
        same(
                report,
                file,
                "year=2011&type=PROBLEM&priority=NONE",
                LocalDate.of(2011, 1, 1),
                LocalDate.of(2011, 12, 31));
        // Nothing, and a single ticket.
        same(report, file, "month=2009-06", LocalDate.of(2009, 6, 1), LocalDate.of(2009, 6, 30));
        same(report, file, "quarter=2012-Q1&service=docs", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31));
    }

    @Test
    void theOverviewShowsWhatThePagesShow() {
        Map<String, String> tiles = TILE.matcher(vera.get("/reports?" + MANY).body())
                .results()
                .collect(Collectors.toMap(tile -> tile.group(1), tile -> tile.group(2)));
        List<String> responses = shown("responses", MANY).get("all:all");
        List<String> breaches = shown("breaches", MANY).get("breach-all:all");

        assertThat(tiles)
                .containsEntry("closed", responses.get(0))
                .containsEntry("compliance", responses.get(3))
                .containsEntry(
                        "escalated-share",
                        shown("escalations", MANY).get("all:all").get(2))
                .containsEntry("all-breaches", breaches.get(0));
        assertThat(Integer.parseInt(responses.get(0))).isGreaterThan(100);
        assertThat(Integer.parseInt(breaches.get(0))).isGreaterThan(10);
        assertThat(shown("breaches", MANY)).containsKeys("breach-kind:FIRST_RESPONSE", "breach-kind:SECOND_LINE");
    }

    private Map<String, List<String>> same(String report, String file, String query, LocalDate first, LocalDate last) {
        String facts = vera.get("/reports/" + file + ".csv?" + query).body();
        Map<String, List<String>> shown = shown(report, query);
        Map<String, List<String>> computed = new TreeMap<>();
        script(
                        facts,
                        report,
                        "Europe/Moscow",
                        first.toString(),
                        last.toString(),
                        "--now",
                        clock.instant().toString())
                .lines()
                .map(line -> line.split(",", -1))
                .forEach(line -> computed.put(line[0], List.of(line).subList(1, line.length)));
        assertThat(shown).as(report + " of " + query).isEqualTo(computed);
        return shown;
    }

    private Map<String, List<String>> shown(String report, String query) {
        Map<String, List<String>> shown = new TreeMap<>();
        String page = vera.get("/reports/" + report + "?" + query).body();
        assertThat(page).doesNotContain("NaN", "Infinity", "??");
        for (MatchResult row : ROW.matcher(page).results().toList()) {
            shown.put(
                    row.group(1),
                    FIGURE.matcher(row.group(2))
                            .results()
                            .map(figure -> figure.group(1))
                            .toList());
        }
        return shown;
    }

    private static String script(String facts, String... arguments) {
        try {
            Path input = Files.createTempFile("facts", ".csv");
            Path errors = Files.createTempFile("errors", ".txt");
            Files.writeString(input, facts);
            List<String> command = new ArrayList<>(List.of("python3", "docs/report-check.py"));
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
