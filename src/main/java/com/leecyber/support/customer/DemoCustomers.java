package com.leecyber.support.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Three invented customers to try the desk with: one licensed, one licensed and English, one whose licence ended. */
@Component
@Profile("demo")
@Order(1)
class DemoCustomers implements ApplicationRunner {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Customers customers;
    private final Licensing licensing;
    private final Clock clock;

    DemoCustomers(Customers customers, Licensing licensing, Clock clock) {
        this.customers = customers;
        this.licensing = licensing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Instant now = clock.instant();
        create(
                "ООО «Ромашка»",
                "romashka@customers.example",
                Locale.forLanguageTag("ru"),
                now.minus(YEAR),
                now.plus(YEAR));
        create("Acme Ltd", "acme@customers.example", Locale.ENGLISH, now.minus(YEAR), now.plus(YEAR));
        create(
                "ИП Просрочкин",
                "expired@customers.example",
                Locale.forLanguageTag("ru"),
                now.minus(YEAR),
                now.minus(Duration.ofDays(30)));
    }

    private void create(String name, String email, Locale language, Instant licensedFrom, Instant licensedUntil) {
        if (customers.findByEmailIgnoreCase(email).isEmpty()) {
            Customer customer = customers.save(new Customer(name, email, language, clock.instant()));
            licensing.grant(customer.id(), licensedFrom, licensedUntil);
        }
    }
}
