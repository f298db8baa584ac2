package com.leecyber.support.inspection;

import com.leecyber.support.customer.Customers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers call those whom the journal names: customers and programs by name, the system by what made it act. */
@Component
class ActorNames {

    private static final Pattern NAMED = Pattern.compile("(customer|api|system):(.+)");

    private final Customers customers;
    private final JdbcClient database;
    private final MessageSource messages;

    ActorNames(Customers customers, JdbcClient database, MessageSource messages) {
        this.customers = customers;
        this.database = database;
        this.messages = messages;
    }

    /** The name for each of them, with two questions at most. */
    @Transactional(readOnly = true)
    Map<String, String> of(Collection<String> actors, Locale language) {
        Map<String, String> known = new LinkedHashMap<>();
        List<Long> ids = ids(actors, "customer");
        if (!ids.isEmpty()) {
            customers
                    .findByIdInOrderById(ids)
                    .forEach(customer -> known.put("customer:" + customer.id(), customer.name()));
        }
        List<Long> clients = ids(actors, "api");
        if (!clients.isEmpty()) {
            database.sql("select id, name from api_client where id in (:ids)")
                    .param("ids", clients)
                    .query(row -> {
                        known.put("api:" + row.getLong(1), row.getString(2));
                    });
        }
        return actors.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), actor -> said(actor, known.get(actor), language)));
    }

    private String said(String actor, String name, Locale language) {
        Matcher named = NAMED.matcher(actor);
        return named.matches()
                ? messages.getMessage(
                        "audit.actor." + named.group(1), new Object[] {name == null ? named.group(2) : name}, language)
                : actor;
    }

    private static List<Long> ids(Collection<String> actors, String whose) {
        return actors.stream()
                .distinct()
                .filter(actor -> actor.matches(whose + ":\\d{1,15}"))
                .map(actor -> Long.valueOf(actor.substring(whose.length() + 1)))
                .toList();
    }
}
