package com.leecyber.support.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.sla.ResponseClocks;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of figures over HTTP: what is asked is checked, and what is taken away is inert. */
@HttpDeskTest
class ReportPageTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    ResponseClocks clocks;

    @Autowired
    ClosedTickets closedTickets;

    private Visitor vera;

    @BeforeEach
    void aShiftLead() {
        vera = Visitor.signedIn(port, "vera");
        PastTickets.know(database, clocks, closedTickets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=2011-13",
                "quarter=2011-Q5",
                "year=soon",
                "year=1066",
                "from=2011-01-01",
                "from=2011-02-01&to=2011-01-01",
                "from=2001-01-01&to=2011-01-01",
                "channel=PIGEON",
                "type=%27%20or%201%3D1",
                "priority=P9",
                "service=%3Cscript%3E"
            })
    void whatIsNoQuestionIsRefusedWithAWordOnHowToAskIt(String query) {
        HttpResponse<String> page = vera.get("/reports/responses?" + query + "&lang=en");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("role=\"alert\"", "aria-invalid=\"true\"")
                .doesNotContain("<script>", "??");
        assertThat(vera.get("/reports/facts.csv?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void aPageSaysHowItsFiguresAreDefined() {
        String page = vera.get("/reports/responses?year=2011&lang=ru").body();

        assertThat(page)
                .contains("Доля в срок = «в срок» ÷", "Europe/Moscow", "R3.2, 6\u00a0ч")
                .doesNotContain("style=", "<script");
        assertThat(vera.get("/reports/responses?quarter=2011-Q2&lang=ru").body())
                .contains("2 квартал 2011");
    }

    @Test
    void onlyAuditorsGetLinksToStoriesOfTickets() {
        assertThat(vera.get("/reports/breaches?year=2011").body())
                .contains("SD-2011-")
                .doesNotContain("/audit/tickets/");
        assertThat(Visitor.signedIn(port, "inna")
                        .get("/reports/breaches?year=2011")
                        .body())
                .contains("/audit/tickets/SD-2011-");
    }

    @Test
    void aDiagramIsShownAsItWasDeployedAndNothingElse() {
        assertThat(vera.get("/reports/diagrams/ticket/1").body()).contains("Task_Triage");
        assertThat(vera.get("/reports/diagrams/ticket/999999999").statusCode()).isEqualTo(404);
        assertThat(vera.get("/reports/diagrams/ticket/1e3").statusCode()).isEqualTo(404);
        assertThat(vera.get("/reports/diagrams/priority/1").statusCode()).isEqualTo(404);
    }

    @Test
    void theFactsAreReadInEveryProgramAndRunInNone() {
        HttpResponse<byte[]> file = vera.download("/reports/facts.csv?year=2011");

        String text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("facts-2011-01-01-2011-12-31.csv");
        assertThat(text).startsWith("\ufeffnumber,channel,type,priority,service,registered_at,closed_at");
        assertThat(text.lines().skip(1)).hasSizeGreaterThan(200).allMatch(line -> line.startsWith("SD-2011-"));
    }
}
