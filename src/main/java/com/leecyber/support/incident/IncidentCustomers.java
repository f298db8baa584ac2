package com.leecyber.support.incident;

import com.leecyber.support.customer.Customers;
import com.leecyber.support.notification.CircularAudience;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers with a ticket of an incident: each once, without those who had their data erased. */
@Component
class IncidentCustomers implements CircularAudience {

    static final String ID = "incident:customers";

    private final JdbcClient database;
    private final Customers customers;

    IncidentCustomers(JdbcClient database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Reached next(String about, long after, int atMost) {
        List<Long> ids = database.sql("select distinct customer_id from incident_ticket where incident = :incident"
                        + " and customer_id > :after and state <> 'LEFT' order by customer_id limit :most")
                .param("incident", about)
                .param("after", after)
                .param("most", atMost)
                .query(Long.class)
                .list();
        return new Reached(
                customers.findByIdInAndErasedAtIsNullOrderById(ids),
                ids.isEmpty() ? after : ids.get(ids.size() - 1),
                ids.size() < atMost);
    }
}
