package com.leecyber.support.security;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Channel;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fresh tokens for the demo's customers at every start, shown once together with where to look and who can sign in. */
@Component
@Profile("demo")
class DemoTokens {

    private static final String SIGN = """

            ──────────────────────────────────────────────────────────────────────────────
             Демонстрация службы поддержки запущена

             Панель клиента       http://localhost:%1$s/panel
             Задачи сотрудников   http://localhost:%1$s/camunda/app/tasklist/default/
             API для обращений    http://localhost:%1$s/api

             Клиенты панели (пароль у всех – demo)
               romashka  ООО «Ромашка»         acme   Acme Ltd (English)
               expired   ИП Просрочкин, лицензия закончилась

             Сотрудники (пароль у всех – demo)
               anna   первая линия (L1)        olga   владелец процесса
               boris  вторая линия (L2)        inna   аудитор
               vera   руководитель смены       admin  администратор
               oleg   эксплуатация

             Токены API (действуют до следующего запуска; Authorization: Bearer <токен>)
               ООО «Ромашка», панель   %2$s
               ООО «Ромашка», почта    %3$s
               Acme Ltd, панель        %4$s
               ИП Просрочкин, панель   %5$s
               Выпуски                 %6$s
            ──────────────────────────────────────────────────────────────────────────────
            """;

    private final ApiTokens tokens;
    private final Customers customers;
    private final Environment environment;

    DemoTokens(ApiTokens tokens, Customers customers, Environment environment) {
        this.tokens = tokens;
        this.customers = customers;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void show() {
        Actor.as("demo", this::issue);
    }

    private void issue() {
        // Printed, not logged: a token has no place in a log file.
        System.out.println(SIGN.formatted(
                environment.getProperty("local.server.port", "8080"),
                token("romashka", Channel.PANEL),
                token("romashka", Channel.EMAIL),
                token("acme", Channel.PANEL),
                token("expired", Channel.PANEL),
                fresh("demo-releases", ApiRole.RELEASES, null, null)));
    }

    private String token(String customer, Channel channel) {
        Customer known =
                customers.findByEmailIgnoreCase(customer + "@customers.example").orElseThrow();
        return fresh(
                "demo-" + customer + "-" + channel.name().toLowerCase(Locale.ROOT),
                ApiRole.CUSTOMER,
                known.id(),
                channel);
    }

    private String fresh(String name, ApiRole role, Long customerId, Channel channel) {
        tokens.revoke(name);
        return tokens.create(name, role, customerId, channel);
    }
}
