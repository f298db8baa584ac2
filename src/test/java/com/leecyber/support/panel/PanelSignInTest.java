package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.panel.Guest.Form;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is whom in the panel, and what keeps forged requests and foreign pages out. */
@HttpDeskTest
class PanelSignInTest {

    @LocalServerPort
    int port;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @CsvSource({
        "romashka, wrong, wrong",
        "nobody,   demo,  wrong",
        "anna,     demo,  wrong",
        "admin,    demo,  wrong",
        "'',       '',    wrong",
        "'\0',      demo,  wrong"
    })
    void noOtherPasswordOpensThePanel(String user, String password, String reason) {
        Visitor visitor = Visitor.anonymous(port);

        HttpResponse<String> answer = visitor.form(
                "/panel/sign-in", "username", user, "password", password, "_csrf", visitor.csrf("/panel/sign-in"));

        assertThat(location(answer)).isEqualTo("/panel/sign-in?" + reason);
        assertThat(location(visitor.get("/panel/tickets"))).isEqualTo("/panel/sign-in");
    }

    @Test
    void aCustomersPasswordDoesNotOpenTheDesk() {
        Visitor visitor = Visitor.anonymous(port);

        assertThat(location(visitor.signIn("romashka", "demo"))).isEqualTo("/sign-in?wrong");
    }

    @Test
    void theDesksPeopleAreNobodyHere() {
        for (String user : new String[] {"anna", "vera", "admin"}) {
            Visitor staff = Visitor.signedIn(port, user);
            assertThat(location(staff.get("/panel/tickets"))).isEqualTo("/panel/sign-in");
            assertThat(staff.get("/panel/events").statusCode()).isEqualTo(401);
        }
    }

    /** Both in one browser: each is what they are where they are, and nothing else. */
    @Test
    void aColleagueWhoIsAlsoACustomerIsNeverBothAtOnce() {
        Visitor both = Visitor.signedIn(port, "anna");
        both.panelSignIn("romashka");

        assertThat(both.get("/panel/tickets").body()).contains("Ромашка").doesNotContain("anna");
        assertThat(both.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"anna\"");
        assertThat(location(both.get("/changes"))).isEmpty();
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        Visitor visitor = Visitor.anonymous(port);
        visitor.get("/panel/tickets/new?type=PROBLEM&evil=//evil.example");

        assertThat(location(visitor.panelSignIn("romashka"))).isEqualTo("/panel/tickets/new?type=PROBLEM");
    }

    @Test
    void aFormThatCameTooLateLeadsBackToItself() {
        Guest guest = Guest.signedIn(port, "romashka");
        String number = guest.registered();
        guest.press("/panel/sign-out");

        HttpResponse<String> late = guest.send(Guest.at(number) + "/messages", Form.reply("too late"));

        assertThat(location(late)).isEqualTo("/panel/sign-in?expired");
        assertThat(location(guest.visitor().panelSignIn("romashka"))).isEqualTo(Guest.at(number));
        assertThat(guest.get(Guest.at(number)).body()).doesNotContain("too late");
    }

    @Test
    void signingOutEndsIt() {
        Guest guest = Guest.signedIn(port, "romashka");

        assertThat(location(guest.press("/panel/sign-out"))).isEqualTo("/panel/sign-in?signed_out");
        assertThat(location(guest.get("/panel/tickets"))).isEqualTo("/panel/sign-in");
        assertThat(location(Guest.signedIn(port, "acme").get("/panel/sign-out")))
                .isEmpty();
    }

    @Test
    void aSessionFromBeforeTheSignInIsWorthNothing() {
        Visitor visitor = Visitor.anonymous(port);
        visitor.get("/panel/sign-in");
        String planted = visitor.cookie("JSESSIONID").orElseThrow();

        visitor.panelSignIn("romashka");

        assertThat(location(Visitor.anonymous(port)
                        .with("Cookie", "JSESSIONID=" + planted)
                        .get("/panel/tickets")))
                .isEqualTo("/panel/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "/panel/sign-in",
        "/panel/tickets",
        "/panel/tickets/new?type=PROBLEM",
        "/panel/preferences",
        "/panel/tickets/SD-2026-999999"
    })
    void everyPageForbidsWhatItDoesNotNeed(String page) {
        HttpResponse<String> answer = Guest.signedIn(port, "romashka").get(page);

        assertThat(answer.headers().map()).containsKey("content-security-policy");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(answer.body()).doesNotContain("<script>", "style=", " onclick", "javascript:");
    }

    @ParameterizedTest
    @CsvSource({
        "/panel/tickets?type=PROBLEM",
        "/panel/preferences",
        "/panel/preferences/chat-code",
        "/panel/preferences/chat-removal",
        "/panel/sign-out"
    })
    void aFormWithoutTheSessionsTokenDoesNothing(String path) {
        Guest guest = Guest.signedIn(port, "acme");
        int before = tickets();

        for (String token : new String[] {"", "guessed", guest.visitor().csrf("/sign-in")}) {
            HttpResponse<String> answer = guest.send(path, Form.problem(), token);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("The form is too old");
        }
        assertThat(tickets()).isEqualTo(before);
        assertThat(guest.get("/panel/tickets").statusCode()).isEqualTo(200);
    }

    @Test
    void theJournalNamesTheCustomerAsNobodyOfTheStaffIsCalled() {
        String number = Guest.signedIn(port, "romashka").registered();
        long id = customers
                .findByEmailIgnoreCase("romashka@customers.example")
                .orElseThrow()
                .id();

        assertThat(database.sql("select actor from journal where ticket = ? order by sequence limit 1")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("customer:" + id);
    }

    @Test
    void speaksTheCustomersLanguageUntilAnotherIsChosen() {
        Guest acme = Guest.signedIn(port, "acme");
        assertThat(acme.get("/panel/tickets").body()).contains("lang=\"en\"", "My tickets");

        assertThat(acme.get("/panel/tickets?lang=ru").body()).contains("Мои обращения");
        assertThat(acme.get("/panel/preferences").body()).contains("Настройки");
        acme.press("/panel/preferences", "language", "en", "channel", "EMAIL");
        assertThat(acme.get("/panel/preferences").body()).contains("Your preferences are saved.");
    }

    private int tickets() {
        return database.sql("select count(*) from ticket").query(Integer.class).single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
