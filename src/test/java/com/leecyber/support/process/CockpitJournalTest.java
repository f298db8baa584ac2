package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.TicketType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an administrator does in Cockpit is in the journal, under their name. */
@HttpDeskTest
class CockpitJournalTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Customers customers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Journal journal;

    @Test
    void whoDeletesAProcessInCockpitIsNamed() {
        String number = registered();
        String process = processOf(number);

        assertThat(delete("anna", process)).isEqualTo(403);
        assertThat(journal.of(number)).extracting(JournalEntry::kind).doesNotContain("PROCESS_DELETED");

        assertThat(delete("admin", process)).isEqualTo(204);
        List<JournalEntry> entries = journal.of(number);
        JournalEntry last = entries.get(entries.size() - 1);
        assertThat(last.kind()).isEqualTo("PROCESS_DELETED");
        assertThat(last.actor()).isEqualTo("admin");
        assertThat(journal.verify(number)).isEmpty();
    }

    @Test
    void whoSuspendsAProcessInCockpitIsNamed() {
        String number = registered();

        int status = Visitor.signedIn(port, "olga")
                .send(
                        "PUT",
                        ENGINE + "/process-instance/" + processOf(number) + "/suspended",
                        BodyPublishers.ofString("{\"suspended\": true}"),
                        "Content-Type",
                        "application/json")
                .statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(journal.of(number))
                .filteredOn(entry -> entry.kind().equals("PROCESS_CHANGED"))
                .extracting(JournalEntry::actor)
                .containsExactly("olga");
    }

    private int delete(String user, String process) {
        return Visitor.signedIn(port, user)
                .send("DELETE", ENGINE + "/process-instance/" + process, BodyPublishers.noBody())
                .statusCode();
    }

    private String registered() {
        long customer = customers
                .findByEmailIgnoreCase("romashka@customers.example")
                .orElseThrow()
                .id();
        return registration
                .register(new NewTicket(
                        customer,
                        Channel.EMAIL,
                        TicketType.QUESTION,
                        "docs",
                        "Вопрос",
                        "Как?",
                        null,
                        null,
                        null,
                        null,
                        null))
                .number();
    }

    private String processOf(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }
}
