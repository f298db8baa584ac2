package com.leecyber.support.security;

import static com.leecyber.support.security.Colleague.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.MovableClock;
import com.leecyber.support.OwnEngine;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Outside the demo customers come from the control panel, through a provider that is theirs alone. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "support.notifications.sender.enabled=false",
            "support.administrator.password=a-long-password-of-the-test",
            "support.panel.sign-in.provider=dash",
            "support.sign-in.oidc.teams.l1=/desk/first"
        })
@ContextConfiguration(initializers = {TestDatabase.class, CustomerSignInTest.Providers.class})
@Import(MovableClock.Configuration.class)
@ExtendWith(OwnEngine.class)
class CustomerSignInTest {

    private static final TestProvider DASH = TestProvider.started();
    private static final TestProvider CORPORATE = TestProvider.started();

    static final class Providers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            register(context, "dash", "панель управления", DASH);
            register(context, "corporate", "Учётная запись компании", CORPORATE);
        }

        private static void register(
                ConfigurableApplicationContext context, String id, String name, TestProvider provider) {
            String registration = "spring.security.oauth2.client.registration." + id;
            TestPropertyValues.of(
                            registration + ".client-id=" + TestProvider.CLIENT,
                            registration + ".client-secret=" + TestProvider.SECRET,
                            registration + ".client-name=" + name,
                            registration + ".scope=openid,profile",
                            "spring.security.oauth2.client.provider." + id + ".issuer-uri=" + provider.issuer())
                    .applyTo(context);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void theProvidersKnowTheDesk() {
        DASH.servesPanel(port, "dash");
        CORPORATE.serves(port, "corporate");
    }

    @AfterEach
    void unspoil() {
        DASH.spoils(claims -> {});
        DASH.isDown(false);
    }

    @Test
    void whoHasAnAccountThereIsACustomerHere() {
        DASH.has(
                "u-1",
                Map.of("email", "Masha@shop.example", "email_verified", true, "name", "Маша", "locale", "ru-RU"));

        Visitor masha = Visitor.anonymous(port);
        assertThat(location(signIn(masha, "u-1"))).isEqualTo("/panel/tickets");

        assertThat(masha.get("/panel/tickets").body()).contains("Маша", "Мои обращения");
        Customer known = customers.findByEmailIgnoreCase("masha@shop.example").orElseThrow();
        assertThat(known.name()).isEqualTo("Маша");
        assertThat(customers.findByProviderAndSubject("dash", "u-1"))
                .get()
                .extracting(Customer::id)
                .isEqualTo(known.id());
    }

    @Test
    void whoWroteBeforeKeepsTheirTicketsAndWhoChangesTheirAddressToo() {
        Customer earlier =
                customers.save(new Customer("ООО «Прежде»", "before@shop.example", Locale.ENGLISH, Instant.now()));
        DASH.has("u-2", Map.of("email", "BEFORE@shop.example", "email_verified", true, "name", "Other"));
        signIn(Visitor.anonymous(port), "u-2");
        DASH.has("u-2", Map.of("email", "after@shop.example", "email_verified", true, "name", "Other"));
        Visitor again = Visitor.anonymous(port);
        signIn(again, "u-2");

        assertThat(customers.findByProviderAndSubject("dash", "u-2"))
                .get()
                .extracting(Customer::id)
                .isEqualTo(earlier.id());
        assertThat(again.get("/panel/tickets").body()).contains("ООО «Прежде»", "My tickets");
        assertThat(customers.findByEmailIgnoreCase("after@shop.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, ", "'', ", "true, ''", "'yes', x@shop.example"})
    void withoutAConfirmedAddressNobodyComesIn(String verified, String address) {
        Map<String, Object> claims = new HashMap<>(Map.of("name", "Nobody"));
        claims.put("email", address == null ? "romashka@customers.example" : address);
        if (!verified.isEmpty()) {
            claims.put("email_verified", verified.equals("yes") ? (Object) "yes" : Boolean.valueOf(verified));
        }
        DASH.has("u-3", claims);
        Visitor visitor = Visitor.anonymous(port);
        int before = count();

        assertThat(location(signIn(visitor, "u-3"))).isEqualTo("/panel/sign-in?no_address");

        assertThat(visitor.get("/panel/sign-in?no_address").body()).contains("не подтвердила ваш адрес");
        assertThat(location(visitor.get("/panel/tickets"))).isEqualTo("/panel/sign-in");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void eachPageOffersItsOwnProviderAndThePanelNoPassword() {
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.get("/panel/sign-in").body())
                .contains("href=\"/panel/oauth2/authorization/dash\"", "Войти через панель управления")
                .doesNotContain("corporate", "name=\"password\"", "demo");
        assertThat(visitor.get("/sign-in").body())
                .contains("href=\"/oauth2/authorization/corporate\"")
                .doesNotContain("dash");
    }

    @Test
    void noProviderStartsAtTheOthersDoor() {
        Visitor visitor = Visitor.anonymous(port);

        assertThat(visitor.get("/oauth2/authorization/dash").statusCode()).isBetween(400, 499);
        assertThat(visitor.get("/panel/oauth2/authorization/corporate")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/panel/sign-in");
        assertThat(visitor.get("/panel/oauth2/authorization/nobody").headers().firstValue("Location"))
                .hasValue("/panel/sign-in");
    }

    @Test
    void theWayThereCarriesProofKeyStateAndNonce() {
        assertThat(location(Visitor.anonymous(port).get("/panel/oauth2/authorization/dash")))
                .startsWith(DASH.issuer() + "/oauth2/authorize?response_type=code&")
                .contains(
                        "code_challenge_method=S256",
                        "&code_challenge=",
                        "&state=",
                        "&nonce=",
                        "/panel/login/oauth2/code/dash");
    }

    /** Begun at the panel's door, it does not end at the desk's. */
    @Test
    void aCustomersAnswerIsWorthNothingAtTheDesksDoor() {
        DASH.has("u-4", Map.of("email", "u4@shop.example", "email_verified", true, "groups", "/desk/first"));
        Visitor visitor = Visitor.anonymous(port);
        String callback = callback(visitor, "u-4");

        for (String id : new String[] {"dash", "corporate"}) {
            visitor.get(callback.replace("/panel/login/oauth2/code/dash", "/login/oauth2/code/" + id));
        }

        assertThat(visitor.get("/desk/tasks/none/card").statusCode()).isEqualTo(401);
        assertThat(location(visitor.get("/"))).isEqualTo("/sign-in");
    }

    @Test
    void aColleagueIsNoCustomer() {
        CORPORATE.has("anna.k", "/desk/first");
        Visitor agent = Colleague.signedIn(port, "corporate", "anna.k");

        assertThat(location(agent.get("/panel/tickets"))).isEqualTo("/panel/sign-in");
    }

    @Test
    void aForgedAnswerAndASilentProviderAreToldApartFromNobody() {
        DASH.has("u-5", Map.of("email", "u5@shop.example", "email_verified", true));
        DASH.spoils(token -> token.claim("nonce", "of another"));
        Visitor visitor = Visitor.anonymous(port);
        assertThat(location(signIn(visitor, "u-5"))).isEqualTo("/panel/sign-in?provider");

        DASH.spoils(token -> {});
        String callback = callback(visitor, "u-5");
        DASH.isDown(true);
        assertThat(location(visitor.get(callback))).isEqualTo("/panel/sign-in?provider");
        assertThat(visitor.get("/panel/sign-in?provider").body()).contains("Войти не получилось");
    }

    @Test
    void outsideTheDemoNobodyHasAPassword() {
        Visitor visitor = Visitor.anonymous(port);
        visitor.get("/panel/sign-in");

        assertThat(visitor.form("/panel/sign-in", "username", "romashka", "password", "demo")
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(visitor.get("/panel/tickets"))).isEqualTo("/panel/sign-in");
    }

    private int count() {
        return database.sql("select count(*) from customer")
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> signIn(Visitor browser, String account) {
        return browser.get(callback(browser, account));
    }

    private String callback(Visitor browser, String account) {
        String provider = location(browser.get("/panel/oauth2/authorization/dash"));
        HttpResponse<String> asked = browser.get(provider);
        if (location(asked).endsWith("/login")) {
            String login = URI.create(provider).resolve("/login").toString();
            asked = browser.form(login, "username", account, "password", TestProvider.PASSWORD);
            asked = browser.get(location(asked));
        }
        return location(asked);
    }
}
