package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** R5.4b on the page of availability: every hardware fault of a month, and whether it was repaired within 12 hours. */
@HttpDeskTest
class HardwareCasesTest {

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Customers customers;

    @Autowired
    ResponseClocks clocks;

    @Autowired
    MovableClock clock;

    @Test
    void aCaseIsMetBrokenOrRunningAsItsClockSays() {
        Ticket inTime = ticketWithAFault(Duration.ofHours(12));
        Ticket late = ticketWithAFault(Duration.ofHours(12).plusMillis(1));
        Ticket running = ticketWithAFault(Duration.ofHours(11));
        Ticket overdue = ticketWithAFault(Duration.ofHours(13));
        Ticket closed = ticketWithAFault(Duration.ofHours(1));
        clocks.hardwareRepaired(inTime.id(), clock.instant());
        clocks.hardwareRepaired(late.id(), clock.instant());
        clocks.closed(closed.id(), clock.instant());

        assertThat(shown(inTime, Duration.ofHours(12))).contains("в срок").doesNotContain("bad");
        assertThat(shown(late, Duration.ofHours(12))).contains("срок нарушен", "bad", "Закончено");
        assertThat(shown(running, Duration.ofHours(11)))
                .contains("идёт, срок не вышел")
                .doesNotContain("Закончено");
        assertThat(shown(overdue, Duration.ofHours(13))).contains("срок нарушен, ремонт идёт", "bad");
        assertThat(shown(closed, Duration.ofHours(1))).contains("закрыто до срока без ремонта");
    }

    @Test
    void aMonthHasTheFaultsThatWereDetectedInIt() {
        Ticket ticket = ticket();
        Instant newYear = Instant.parse("2005-12-31T21:00:00Z");
        clocks.hardwareFaultDetected(ticket.id(), newYear.minusMillis(1), clock.instant());
        clocks.hardwareFaultDetected(ticket.id(), newYear, clock.instant());
        Visitor inna = Visitor.signedIn(port, "inna");

        assertThat(inna.get("/availability?month=2005-12").body())
                .contains(ticket.number(), "2005-12-31T20:59:59.999Z")
                .doesNotContain("datetime=\"2005-12-31T21:00:00Z\"");
        assertThat(inna.get("/availability?month=2006-01").body())
                .contains(ticket.number(), "datetime=\"2005-12-31T21:00:00Z\"")
                .doesNotContain("2005-12-31T20:59:59.999Z");
        assertThat(inna.get("/availability?month=2006-02").body()).contains("Неисправностей оборудования не было");
    }

    private Ticket ticketWithAFault(Duration ago) {
        Ticket ticket = ticket();
        clocks.hardwareFaultDetected(ticket.id(), clock.instant().minus(ago), clock.instant());
        return ticket;
    }

    private Ticket ticket() {
        long customer = customers
                .findByEmailIgnoreCase("romashka@customers.example")
                .orElseThrow()
                .id();
        return registration.register(new NewTicket(
                customer,
                Channel.EMAIL,
                TicketType.PROBLEM,
                "docs",
                "Диск",
                "Не отвечает",
                null,
                null,
                null,
                null,
                null));
    }

    private String shown(Ticket ticket, Duration ago) {
        YearMonth month = YearMonth.from(clock.instant().minus(ago).atZone(ZoneId.of("Europe/Moscow")));
        String page = Visitor.signedIn(port, "oleg")
                .get("/availability?month=" + month)
                .body();
        Matcher item = Pattern.compile("<li data-ticket=\"" + ticket.number() + "\".*?</li>", Pattern.DOTALL)
                .matcher(page);
        assertThat(item.find()).as(ticket.number()).isTrue();
        return item.group();
    }
}
