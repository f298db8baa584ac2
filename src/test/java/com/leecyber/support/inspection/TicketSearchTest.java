package com.leecyber.support.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.DeskTest;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Each search is of one customer of the test's own, so that nobody else's tickets are found. */
@DeskTest
class TicketSearchTest {

    @Autowired
    SearchReading reading;

    @Autowired
    TicketSearch search;

    @Autowired
    TicketRows rows;

    @Autowired
    JournalRows journalRows;

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

    private InspectedTickets tickets;
    private Customer customer;

    @BeforeEach
    void aCustomer() {
        tickets = new InspectedTickets(registration, customers, database);
        customer = tickets.customer("Поиск");
    }

    @Test
    void openClosedAndJustClosedTicketsAreOneListNewestFirst() {
        Ticket closed = tickets.closed(customer);
        Ticket due = tickets.due(customer);
        Ticket open = tickets.open(customer);

        List<FoundTicket> found = found();

        assertThat(numbers(found)).containsExactly(open.number(), due.number(), closed.number());
        assertThat(found).extracting(FoundTicket::verdict).containsExactly("OPEN", "OPEN", "MET");
        assertThat(found).extracting(FoundTicket::reason).containsExactly(null, "SOLVED", "SOLVED");
        assertThat(found("state", "open")).extracting(FoundTicket::number).containsExactly(open.number());
        assertThat(numbers(found("state", "closed"))).containsExactly(due.number(), closed.number());
        assertThat(found("state", "open", "reason", "SOLVED")).isEmpty();
    }

    @Test
    void aTicketWhoseFiguresAreComputedAgainIsFoundOnce() {
        Ticket closed = tickets.closed(customer);
        database.sql("insert into closed_ticket_due values (:id)")
                .param("id", closed.id())
                .update();

        assertThat(numbers(found())).containsExactly(closed.number());
    }

    @Test
    void pagesHaveNeitherGapsNorRepeats() {
        List<String> all = new ArrayList<>();
        for (int count = 0; count < 7; count++) {
            all.add(0, (count % 3 == 0 ? tickets.open(customer) : tickets.closed(customer)).number());
        }
        // Two of the same moment, which a list by time alone would lose or repeat.
        List<String> paged = new ArrayList<>();
        Long after = null;
        for (List<FoundTicket> page = page(after); !page.isEmpty(); page = page(after)) {
            paged.addAll(numbers(page));
            after = page.get(page.size() - 1).id();
        }

        assertThat(paged).containsExactlyElementsOf(all);
    }

    @Test
    void aPartOfTheNameOrAddressOrTheIdMeansTheCustomer() {
        Ticket ticket = tickets.closed(customer);
        String unique =
                customer.name().substring(customer.name().lastIndexOf('x')).toUpperCase();

        for (String typed : List.of(unique, customer.email().substring(0, 12), "#" + customer.id())) {
            assertThat(numbers(search.find(criteria("customer", typed), null, 10)))
                    .as(typed)
                    .containsExactly(ticket.number());
        }
        assertThat(search.find(criteria("customer", "нет такого клиента"), null, 10))
                .isEmpty();
        assertThat(search.find(criteria("customer", "100%_\\"), null, 10)).isEmpty();
    }

    @Test
    void theNumberMeansTheTicketAndItsBeginningAllThatBeginSo() {
        Ticket ticket = tickets.closed(customer);
        Ticket other = tickets.open(customer);
        String number = ticket.number();

        assertThat(numbers(search.find(criteria("number", number), null, 10))).containsExactly(number);
        assertThat(numbers(search.find(criteria("number", ticket.id().toString()), null, 10)))
                .containsExactly(number);
        assertThat(numbers(found("number", number.substring(0, 9)))).containsExactly(other.number(), number);
        assertThat(found("number", "SD-2001-")).isEmpty();
        assertThat(found("number", number.replaceFirst("-\\d{4}-", "-2001-"))).isEmpty();
    }

    @Test
    void periodsAreWholeDaysOfTheDesksZone() {
        Ticket evening = tickets.closed(customer);
        // 30 June, 23:30 in Moscow; closed on 1 July.
        tickets.registered(evening, Instant.parse("2019-06-30T20:30:00Z"));
        Ticket night = tickets.open(customer);
        tickets.registered(night, Instant.parse("2019-06-30T21:00:00Z"));

        assertThat(numbers(found("from", "2019-06-30", "to", "2019-06-30"))).containsExactly(evening.number());
        assertThat(numbers(found("from", "2019-07-01", "to", "2019-07-01"))).containsExactly(night.number());
        assertThat(numbers(found("to", "2019-07-01"))).containsExactly(night.number(), evening.number());
        assertThat(numbers(found("closedFrom", "2019-07-01", "closedTo", "2019-07-01")))
                .containsExactly(evening.number());
        assertThat(found("closedTo", "2019-06-30")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"type, CLAIM", "channel, TELEGRAM", "type, claim"})
    void whatTheCustomerChoseIsACriterion(String field, String value) {
        tickets.closed(customer);
        tickets.open(customer);
        Ticket open = tickets.open(customer, Channel.TELEGRAM, TicketType.CLAIM, "Претензия");
        Ticket closed = tickets.close(tickets.open(customer, Channel.TELEGRAM, TicketType.CLAIM, "Ещё одна"));

        assertThat(numbers(found(field, value))).containsExactly(closed.number(), open.number());
    }

    @Test
    void thePriorityIsACriterion() {
        tickets.closed(customer);
        Ticket closed = tickets.closed(customer);
        Ticket open = tickets.open(customer);
        database.sql("update ticket set priority = 'P1' where id in (:ids)")
                .param("ids", List.of(closed.id(), open.id()))
                .update();
        tickets.set(closed, "priority", "'P1'");

        assertThat(numbers(found("priority", "P1"))).containsExactly(open.number(), closed.number());
    }

    @Test
    void whoActedIsACriterion() {
        tickets.closed(customer);
        Ticket closed = tickets.closed(customer);
        tickets.set(closed, "agents", "array['anna','maria']");
        Ticket open = tickets.open(customer);
        as("maria", () -> journal.record(open.number(), EventKind.NOTE_ADDED, null, Map.of()));

        assertThat(numbers(found("agent", "maria"))).containsExactly(open.number(), closed.number());
        assertThat(numbers(found("agent", "anna"))).containsExactly(closed.number());
    }

    @Test
    void theClauseIsACriterionFrequentOrRare() {
        Ticket closed = tickets.closed(customer);
        tickets.set(closed, "clauses", "array['R5.1','R5.4b']");
        Ticket plain = tickets.closed(customer);
        Ticket open = tickets.open(customer);
        transaction.executeWithoutResult(
                step -> journal.record(open.number(), EventKind.REPAIR_DECIDED, "R5.4b", Map.of()));

        assertThat(numbers(found("clause", "R5.4b"))).containsExactly(open.number(), closed.number());
        assertThat(numbers(found("clause", "R5.1"))).containsExactly(open.number(), plain.number(), closed.number());
        assertThat(found("clause", "R6.2")).isEmpty();
    }

    @Test
    void whatIsOutsideResponsibilityIsFoundByItsReasonAndClause() {
        tickets.closed(customer);
        Ticket outside = tickets.closed(customer);
        tickets.set(outside, "closing_reason", "'OUTSIDE_RESPONSIBILITY'");
        tickets.set(outside, "exclusion", "'FORCE_MAJEURE'");
        tickets.set(outside, "exclusion_clause", "'R7.2.5'");
        Ticket due = tickets.due(customer);
        database.sql("update ticket set closing_reason = 'OUTSIDE_RESPONSIBILITY', exclusion = 'FORCE_MAJEURE'"
                        + " where id = :id")
                .param("id", due.id())
                .update();

        assertThat(numbers(found("reason", "OUTSIDE_RESPONSIBILITY"))).containsExactly(due.number(), outside.number());
        assertThat(numbers(found("clause", "R7.2.5"))).containsExactly(due.number(), outside.number());
        assertThat(found("clause", "R7.2.3")).isEmpty();
    }

    @Test
    void brokenPromisesAreACriterionByKindAnyOrNone() {
        Ticket good = tickets.closed(customer);
        Ticket bad = tickets.closed(customer);
        tickets.set(bad, "broken", "array['FIRST_RESPONSE']");
        Ticket open = tickets.open(customer);
        Ticket late = tickets.open(customer);
        transaction.executeWithoutResult(step -> {
            journal.record(
                    late.number(),
                    EventKind.DEADLINE_BREACHED,
                    "R3.2",
                    Map.of("promise", 1, "kind", "FIRST_RESPONSE", "dueAt", late.registeredAt()));
            database.sql("insert into deadline_notice values (:id, 1, 'BREACH', now(), now())")
                    .param("id", late.id())
                    .update();
        });

        assertThat(numbers(found("breach", "any"))).containsExactly(late.number(), bad.number());
        assertThat(numbers(found("breach", "FIRST_RESPONSE"))).containsExactly(late.number(), bad.number());
        assertThat(found("breach", "HARDWARE_REPAIR")).isEmpty();
        assertThat(numbers(found("breach", "none"))).containsExactly(open.number(), good.number());
    }

    @Test
    void allCriteriaHoldTogether() {
        Ticket one = tickets.closed(customer);
        tickets.set(one, "broken", "array['SECOND_LINE']");
        tickets.set(one, "agents", "array['boris']");
        Ticket other = tickets.closed(customer);
        tickets.set(other, "agents", "array['boris']");

        assertThat(numbers(found("breach", "any", "agent", "boris", "type", "PROBLEM", "reason", "SOLVED")))
                .containsExactly(one.number());
        assertThat(search.count(criteria(
                        "customer", "#" + customer.id(), "agent", "boris", "channel", "PANEL", "clause", "R5.1")))
                .isEqualTo(2);
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThatThrownBy(() -> reading.read(typed(
                        "number",
                        "x",
                        "customer",
                        "y",
                        "from",
                        "31.12.2026",
                        "closedFrom",
                        "2026-02-02",
                        "closedTo",
                        "2026-02-01",
                        "clause",
                        "R9",
                        "breach",
                        "some",
                        "type",
                        "T",
                        "channel",
                        "C",
                        "priority",
                        "P0",
                        "state",
                        "S",
                        "reason",
                        "R")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly(
                                        "number",
                                        "customer",
                                        "from",
                                        "closedTo",
                                        "clause",
                                        "breach",
                                        "type",
                                        "channel",
                                        "priority",
                                        "state",
                                        "reason"));
    }

    @Test
    void anExportReadsTheSameTickets() {
        Ticket closed = tickets.closed(customer);
        tickets.set(closed, "broken", "array['FIRST_RESPONSE']");
        Ticket due = tickets.due(customer);
        Ticket open = tickets.open(customer);
        Criteria criteria = criteria("customer", "#" + customer.id());
        List<List<Object>> values = new ArrayList<>();
        List<String> lines = new ArrayList<>();

        rows.json(criteria, lines::add);
        rows.values(criteria, values::add);

        int number = TicketRows.COLUMNS.indexOf("number");
        assertThat(values)
                .extracting(row -> row.get(number))
                .containsExactlyInAnyOrder(closed.number(), due.number(), open.number());
        assertThat(values.get(0).get(TicketRows.COLUMNS.indexOf("broken"))).isEqualTo(List.of("FIRST_RESPONSE"));
        assertThat(values.get(0).get(TicketRows.COLUMNS.indexOf("registered_at")))
                .isInstanceOf(Instant.class);
        assertThat(lines)
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"number\":\"" + closed.number() + "\"",
                                "\"broken\":[\"FIRST_RESPONSE\"]",
                                "\"response_verdict\":\"MET\"",
                                "+00:00\""));
        assertThat(rows.count(criteria)).isEqualTo(3);
    }

    @Test
    void aLongExportComesThroughACursorNotAllAtOnce() {
        database.sql(
                        "insert into journal (ticket, sequence, recorded_at, actor, kind, details, previous_hash, hash)"
                                + " select 'CURSOR-1', n, now(), 'anna', 'NOTE_ADDED', '{}', '0', '1' from generate_series(1, 1200) n")
                .update();
        List<Integer> cursors = new ArrayList<>();

        transaction.executeWithoutResult(step -> journalRows.read(
                new EventCriteria(Criteria.Stretch.ALWAYS, null, null, null, "CURSOR-1"),
                entry -> cursors.add(database.sql("select count(*) from pg_cursors where name like 'C\\_%'")
                        .query(Integer.class)
                        .single())));

        assertThat(cursors).hasSize(1200).startsWith(1);
    }

    @ParameterizedTest
    @CsvSource({
        "journal_kind, ESCALATED, , ",
        "journal_clause, , R7.1, ",
        "journal_actor, , , maria",
        "journal_time, TICKET_CLOSED, R5.1, system:timer"
    })
    void eachQuestionOfWhatHappenedHasItsIndex(String index, EventKind kind, String clause, String actor) {
        Conditions conditions = new EventCriteria(Criteria.Stretch.ALWAYS, actor, kind, clause, null).conditions();
        String plan = transaction.execute(step -> {
            database.sql("set local enable_seqscan = off").update();
            database.sql("set local enable_sort = off").update();
            return String.join(
                    "\n",
                    database.sql("explain select id from journal" + conditions.where()
                                    + " order by recorded_at, id limit 101")
                            .params(conditions.parameters())
                            .query(String.class)
                            .list());
        });

        assertThat(plan).contains(index);
    }

    private List<FoundTicket> found(String... fields) {
        List<String> all = new ArrayList<>(List.of("customer", "#" + customer.id()));
        all.addAll(Arrays.asList(fields));
        return search.find(criteria(all.toArray(String[]::new)), null, 20);
    }

    private List<FoundTicket> page(Long after) {
        return search.find(criteria("customer", "#" + customer.id()), after, 2);
    }

    private Criteria criteria(String... fields) {
        return reading.read(typed(fields));
    }

    private static TypedSearch typed(String... fields) {
        Map<String, String> given = new HashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            given.put(fields[index], fields[index + 1]);
        }
        return new TypedSearch(
                given.get("number"),
                given.get("customer"),
                given.get("agent"),
                given.get("from"),
                given.get("to"),
                given.get("closedFrom"),
                given.get("closedTo"),
                given.get("clause"),
                given.get("breach"),
                given.get("type"),
                given.get("channel"),
                given.get("priority"),
                given.get("state"),
                given.get("reason"));
    }

    private static List<String> numbers(List<FoundTicket> found) {
        return found.stream().map(FoundTicket::number).toList();
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
