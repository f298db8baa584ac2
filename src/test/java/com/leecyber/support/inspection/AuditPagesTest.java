package com.leecyber.support.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.inspection.DeployedRules.RuleVersion;
import com.leecyber.support.inspection.Exports.Kind;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What an auditor finds, reads and takes away, over HTTP. */
@HttpDeskTest
class AuditPagesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Customers customers;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DeployedRules rules;

    @Autowired
    Exports exports;

    private InspectedTickets tickets;
    private Visitor inna;

    @BeforeEach
    void anAuditor() {
        tickets = new InspectedTickets(registration, customers, database);
        inna = Visitor.signedIn(port, "inna");
    }

    @Test
    void aNumberLeadsToItsTicketAndNothingElseDoes() {
        Ticket ticket = tickets.open(tickets.customer("Ромашка"));

        HttpResponse<String> found = inna.get("/audit?lang=en&number=" + ticket.number());

        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location"))
                .hasValueSatisfying(
                        address -> assertThat(address).endsWith("/audit/tickets/" + ticket.number() + "?lang=en"));
        assertThat(inna.get("/audit?type=PROBLEM&number=" + ticket.number()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSearchIsItsAddressAndShowsWhatItFound() {
        Customer customer = tickets.customer("<b>Ромашка</b>");
        Ticket closed = tickets.closed(customer);
        tickets.set(closed, "broken", "array['FIRST_RESPONSE','SECOND_LINE']");
        tickets.set(closed, "response_verdict", "'BREACHED'");
        tickets.set(closed, "exclusion_clause", "'R7.2.5'");
        Ticket open = tickets.open(customer);

        String page = inna.get("/audit?customer=%23" + customer.id()).body();

        assertThat(rows(page)).hasSize(2);
        assertThat(rows(page).get(0)).contains(open.number(), "зарегистрировано", "Идёт");
        assertThat(rows(page).get(1))
                .contains(
                        "/audit/tickets/" + closed.number(),
                        "&lt;b&gt;Ромашка",
                        "Проблема",
                        "Панель управления",
                        "P3",
                        "решено",
                        "R7.2.5",
                        "Срок нарушен",
                        "Первый ответ, ",
                        "Ответ L2");
        assertThat(page).contains("Всего: 2").doesNotContain("<b>Ромашка", "style=", "onclick");
        assertThat(inna.get("/audit?lang=en&customer=%23" + customer.id()).body())
                .contains("In all: 2", "Problem", "href=\"/audit?customer=%23" + customer.id() + "&amp;lang=ru\"");
    }

    @Test
    void aLongListIsTurnedPageByPage() {
        Customer customer = tickets.customer("Большой");
        List<String> all = IntStream.range(0, 51)
                .mapToObj(count -> tickets.open(customer).number())
                .toList();
        String address = "/audit?customer=%23" + customer.id();

        String first = inna.get(address).body();
        String next = href(first, "next");

        assertThat(rows(first)).hasSize(50);
        assertThat(first).contains("Всего: 51");
        assertThat(rows(inna.get(next).body()))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(all.get(0)));
    }

    @Test
    void whatCannotBeMeantIsSaidAtItsFieldAndKept() {
        HttpResponse<String> refused = inna.get("/audit?from=31.12.2026&number=%3Cscript%3E&type=NONE&agent=anna");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "«31.12.2026» – не дата",
                        "«&lt;script&gt;» – не номер",
                        "Значения «NONE» здесь нет",
                        "value=\"31.12.2026\"",
                        "value=\"anna\"")
                .doesNotContain("<script>");
        assertThat(inna.get("/audit?lang=en&customer=x").body()).contains("Type 2 to 254 characters");
        assertThat(inna.get("/audit?customer=%D0%BD%D0%B5%D1%82%D1%83%20%D1%82%D0%B0%D0%BA%D0%BE%D0%B3%D0%BE")
                        .body())
                .contains("Таких обращений нет");
        assertThat(inna.get("/audit?after=x").statusCode()).isEqualTo(400);
        assertThat(inna.get("/audit?agent=%00&customer=%00&number=%00").statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyAuditorsGetIn() {
        for (String path : List.of(
                "/audit",
                "/audit/events",
                "/audit/rules",
                "/audit/tickets.csv",
                "/audit/events.jsonl",
                "/audit/tickets/SD-2026-000001/report.pdf")) {
            assertThat(Visitor.signedIn(port, "vera").get(path).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(Visitor.anonymous(port).get(path).statusCode()).as(path).isEqualTo(302);
        }
    }

    @Test
    void whatHappenedIsToldInTheOrderOfTimeAcrossChains() {
        Customer customer = tickets.customer("Лютик");
        Ticket one = tickets.open(customer);
        Ticket other = tickets.open(customer);
        String actor = "watched-" + UUID.randomUUID().toString().substring(0, 8);
        as(actor, () -> {
            journal.record(
                    one.number(),
                    EventKind.PRIORITY_SET,
                    "R4.2",
                    Map.of("priority", "P2", "rule", "P2-1", "decision", "priority:3"));
            journal.record(other.number(), EventKind.NOTE_ADDED, null, Map.of("kind", "NOTE", "message", 5));
            journal.record(one.number(), EventKind.ESCALATED, "R5.3", Map.of());
        });

        String page = inna.get("/audit/events?actor=" + actor).body();

        assertThat(rows(page)).hasSize(3);
        assertThat(rows(page).get(0))
                .contains(
                        "/audit/tickets/" + one.number(),
                        "Приоритет P2 – правило P2-1 таблицы priority:3",
                        actor,
                        "R4.2");
        assertThat(rows(page).get(1)).contains(other.number(), "Внутренняя заметка");
        assertThat(inna.get("/audit/events?lang=en&clause=R5.3&actor=" + actor).body())
                .contains("The ticket went to the second line")
                .doesNotContain(other.number());
        assertThat(rows(inna.get("/audit/events?kind=NOTE_ADDED&actor=" + actor).body()))
                .hasSize(1);
        assertThat(rows(inna.get("/audit/events?number=" + one.number()).body()))
                .as("the registration and two more")
                .hasSize(3)
                .first()
                .satisfies(row -> assertThat(row).contains("Обращение зарегистрировано"));
    }

    @Test
    void eventsAreTurnedPageByPageInBothDirections() {
        String chain = chainOf(250);
        String address = "/audit/events?number=" + chain;

        String first = inna.get(address).body();
        String second = inna.get(href(first, "next")).body();
        String third = inna.get(href(second, "next")).body();

        assertThat(sequences(first)).isEqualTo(range(1, 100));
        assertThat(sequences(second)).isEqualTo(range(101, 200));
        assertThat(sequences(third)).isEqualTo(range(201, 250));
        assertThat(third).doesNotContain("rel=\"next\"");
        assertThat(first).doesNotContain("rel=\"prev\"");
        String back = inna.get(href(third, "prev")).body();
        assertThat(sequences(back)).isEqualTo(range(101, 200));
        assertThat(sequences(inna.get(href(back, "prev")).body())).isEqualTo(range(1, 100));
    }

    @Test
    void aPeriodHasItsBeginningAndNotItsEnd() {
        String chain = chainOf(10);
        Instant first = journal.of(chain).get(0).recordedAt();
        LocalDateTime third = LocalDateTime.ofInstant(first, ZONE).plusSeconds(2);

        String page = inna.get("/audit/events?number=%s&from=%s&to=%s".formatted(chain, third, third.plusSeconds(3)))
                .body();

        assertThat(sequences(page)).isEqualTo(range(3, 5));
        assertThat(inna.get("/audit/events?from=%s&to=%s".formatted(third, third))
                        .statusCode())
                .isEqualTo(400);
        assertThat(inna.get("/audit/events?from=yesterday&kind=NONE&clause=R0").body())
                .contains("«yesterday» – не дата и время", "Значения «NONE» здесь нет", "Значения «R0» здесь нет");
    }

    @Test
    void theRulesSayWhoProposedAndWhoApproved() {
        RuleVersion rule = rules.versions().stream()
                .filter(version -> version.name().equals("offPeak"))
                .findFirst()
                .orElseThrow();
        assertThat(inna.get("/audit/rules?name=priority").body())
                .contains("priority:1", "действует", "выпуском программы (support-desk)");
        long change = database.sql("insert into change (title, proposed_by, proposed_at, state, decided_by, decided_at,"
                        + " decision, deployment, moved_at, version) values ('Тихие часы <b>', 'boris', :at, 'DEPLOYED',"
                        + " 'vera', :at, 'Согласовано с эксплуатацией', :deployment, :at, 1) returning id")
                .param("at", Instant.parse("2026-02-03T10:00:00Z").atOffset(ZoneOffset.UTC))
                .param("deployment", rule.deployment())
                .query(Long.class)
                .single();

        String page = inna.get("/audit/rules?name=offPeak").body();

        assertThat(rows(page).get(0))
                .contains(
                        rule.label(),
                        "/audit/rules/offPeak/" + rule.version(),
                        "/changes/" + change,
                        "CH-" + change,
                        "boris",
                        "vera",
                        "Согласовано с эксплуатацией",
                        "Тихие часы &lt;b&gt;");
        assertThat(inna.get("/audit/rules?lang=en").body()).contains("In force since", "ticket:");
        assertThat(inna.get("/audit/rules?name=none").body()).contains("Такой схемы или таблицы нет");
        database.sql("update change set deployment = null where id = :id")
                .param("id", change)
                .update();
    }

    @Test
    void everyVersionHasItsFile() {
        assertThat(rules.versions())
                .extracting(RuleVersion::name)
                .contains("ticket", "technicalSupport", "priority", "responseWindow");
        RuleVersion priority = rules.find("priority", 1).orElseThrow();
        assertThat(new String(rules.file("priority", 1).orElseThrow(), StandardCharsets.UTF_8))
                .contains("<definitions", priority.name());
        assertThat(rules.file("priority", 999)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uff1dHYPERLINK(1)", " =1", "\"=1\"", "a;=1"})
    void whatCustomersWriteIsInertInASpreadsheet(String dangerous) {
        Customer customer = tickets.customer(dangerous);
        Ticket ticket = tickets.close(tickets.open(customer, Channel.PANEL, TicketType.PROBLEM, dangerous));

        HttpResponse<String> file = inna.get("/audit/tickets.csv?customer=%23" + customer.id());

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"tickets.csv\"");
        assertThat(file.body()).startsWith("\ufeffticket_id,status,customer_name,subject,number,");
        assertThat(file.body().lines().skip(1))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(ticket.number(), "'")
                        .doesNotContainPattern("(^|,|;|,\")[\\s\"]*[=+@\uff1d-]"));
        assertThat(inna.get("/audit/tickets.jsonl?customer=%23" + customer.id()).body())
                .as("the letter is in the JSON Lines")
                .contains("\"subject\":\"" + dangerous.strip().replace("\"", "\\\"") + "\"");
    }

    @Test
    void theLinesOfATicketAreThoseThatAreSealed() {
        Ticket ticket = tickets.open(tickets.customer("Клевер"));
        as(
                "anna",
                () -> journal.record(
                        ticket.number(), EventKind.PRIORITY_SET, "R4.2", Map.of("overriddenBecause", "=1\n\"да\"")));

        String lines =
                inna.get("/audit/tickets/" + ticket.number() + "/journal.jsonl").body();

        assertThat(lines)
                .isEqualTo(journal.of(ticket.number()).stream()
                        .map(JournalEntry::line)
                        .collect(Collectors.joining("\n", "", "\n")));
        assertThat(inna.get("/audit/tickets/" + ticket.number() + "/journal.csv")
                        .body())
                .contains("chain,sequence,recorded_at", "PRIORITY_SET,R4.2,", "anna");
        assertThat(inna.get("/audit/events.csv?lang=en&number=" + ticket.number())
                        .body())
                .contains("The ticket was registered: Problem");
        assertThat(inna.get("/audit/tickets/SD-2026-999999999/journal.csv").statusCode())
                .isEqualTo(404);
        assertThat(inna.get("/audit/tickets/x/report.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void aLongExportComesWholeAndItsReaderSeesHowFarItIs() {
        String chain = chainOf(20_000);
        String name = UUID.randomUUID().toString();
        assertThat(inna.get("/audit/exports/" + name).statusCode()).isEqualTo(404);

        HttpResponse<String> file = inna.get("/audit/events.jsonl?number=" + chain + "&export=" + name);

        assertThat(file.body().lines()).hasSize(20_000);
        assertThat(inna.get("/audit/exports/" + name).body())
                .isEqualTo("{\"written\":20000,\"expected\":20000,\"state\":\"DONE\"}");
        assertThat(exports.find("somebody-else", name)).isEmpty();
        assertThat(inna.get("/audit/events.jsonl?number=" + chain + "&export=x").statusCode())
                .isEqualTo(400);
        assertThat(inna.get("/audit/tickets.csv?from=x").body())
                .isEqualTo("from: «x» – не дата. Введите её в виде 2026-11-30.\n");
    }

    @Test
    void anExportThatBreaksOffSaysSo() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThat(catchThrowable(() -> exports.write(
                        Kind.CSV,
                        "x",
                        "inna",
                        "broken-export",
                        () -> 2,
                        "",
                        lines -> {
                            lines.add("one\r\n");
                            throw new IllegalStateException("the database is gone");
                        },
                        response)))
                .hasMessage("the database is gone");
        assertThat(exports.find("inna", "broken-export"))
                .hasValueSatisfying(view -> assertThat(view.state()).isEqualTo(Exports.State.FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void theReportTellsTheTicketAndCarriesItsProof(String language) throws IOException {
        Customer customer = tickets.customer("Ромашка 😀 עברית");
        Ticket ticket = tickets.open(customer, Channel.EMAIL, TicketType.QUESTION, "Вопрос " + "длинный".repeat(30));
        as("anna", () -> {
            for (int count = 0; count < 40; count++) {
                journal.record(ticket.number(), EventKind.NOTE_ADDED, null, Map.of("kind", "NOTE", "message", count));
            }
            journal.record(
                    ticket.number(),
                    EventKind.PRIORITY_SET,
                    "R4.2",
                    Map.of("priority", "P2", "rule", "P2-1", "decision", "priority:3"));
        });

        HttpResponse<byte[]> file =
                inna.download("/audit/tickets/%s/report.pdf?lang=%s".formatted(ticket.number(), language));

        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        Files.createDirectories(Path.of("target", "audit-report"));
        Files.write(Path.of("target", "audit-report", language + ".pdf"), file.body());
        try (PDDocument document = Loader.loadPDF(file.body())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(text)
                    .contains(ticket.number(), "Ромашка", "P2-1", "priority:3", "anna", "proof.jsonl", "1/")
                    .contains(journal.of(ticket.number()).get(41).hash())
                    .contains(
                            language.equals("ru")
                                    ? List.of("Отчёт об обращении", "окно 2", "правило", "Заметка")
                                    : List.of("Report on ticket", "the window is 2", "rule"));
        }
        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .as("the proof stands in the file as it is")
                .contains(journal.of(ticket.number()).get(0).line());
    }

    /** A chain of its own with so many entries, a second apart. */
    private String chainOf(int entries) {
        String chain = "X-" + UUID.randomUUID().toString().substring(0, 8);
        database.sql("insert into journal (ticket, sequence, recorded_at, actor, kind, details, previous_hash, hash)"
                        + " select :chain, n, timestamptz '2020-01-01' + make_interval(secs => n), 'anna', 'NOTE_ADDED',"
                        + " '{\"message\":' || n || '}', '0', '1' from generate_series(1, :entries) n")
                .param("chain", chain)
                .param("entries", entries)
                .update();
        return chain;
    }

    private static List<Integer> sequences(String page) {
        return Pattern.compile("сообщение (\\d+)")
                .matcher(page)
                .results()
                .map(each -> Integer.valueOf(each.group(1)))
                .toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<String> rows(String page) {
        return Pattern.compile("(?s)<tbody>(.*?)</tbody>")
                .matcher(page)
                .results()
                .flatMap(body -> Pattern.compile("(?s)<tr.*?</tr>")
                        .matcher(body.group(1))
                        .results())
                .map(row -> row.group())
                .toList();
    }

    private static String href(String page, String relation) {
        return Pattern.compile("<a rel=\"" + relation + "\" href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");
    }

    private void as(String person, Runnable step) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        try {
            transaction.executeWithoutResult(each -> step.run());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
