package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.Tickets;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Open pages hear of what changes, whoever changed it and on whichever node; the database is all that they share. */
@HttpDeskTest
class ListenersTest {

    private static final Pattern EVENTS = Pattern.compile("data-events=\"([^\"]+)\" data-print=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Conversation conversation;

    @Autowired
    Attachments attachments;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Tickets tickets;

    @Autowired
    Prints prints;

    @Test
    void aTicketsPageHearsOfAnAnswer() throws Exception {
        Guest guest = Guest.signedIn(port, "romashka");
        String number = guest.registered();
        String address = events(guest.get(Guest.at(number)).body());

        conversation.agentWrites(number, "Смотрим.");

        assertThat(firstEvent(guest, address)).isEqualTo("event:changed");
    }

    @Test
    void theListHearsOfATicketThatWasRegisteredElsewhere() throws Exception {
        Guest guest = Guest.signedIn(port, "romashka");
        String address = events(guest.get("/panel/tickets").body());

        Guest.signedIn(port, "romashka").registered();

        assertThat(firstEvent(guest, address)).isEqualTo("event:changed");
    }

    @Test
    void whatACustomerCannotSeeChangesNothing() {
        Guest guest = Guest.signedIn(port, "romashka");
        Ticket ticket = tickets.get(guest.registered());
        Watched page = new Watched(ticket.customerId(), ticket.id());
        String before = prints.of(page);

        conversation.note(ticket.number(), "among colleagues");
        assertThat(prints.of(page)).isEqualTo(before);

        attachments.add(ticket.number(), "a.log", new byte[] {'a'});
        String withFile = prints.of(page);
        conversation.agentWrites(ticket.number(), "Ответ");
        String answered = prints.of(page);
        lifecycle.withdraw(ticket.number());
        assertThat(List.of(before, withFile, answered, prints.of(page))).doesNotHaveDuplicates();
    }

    @Test
    void onePageMoreThanABrowserCanConnectIsRefused() {
        Guest guest = Guest.signedIn(port, "expired");
        List<HttpResponse<Stream<String>>> open = new ArrayList<>();
        try {
            for (int count = 0; count < 5; count++) {
                open.add(guest.visitor().listen("/panel/events"));
            }
            assertThat(open).allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));

            assertThat(guest.get("/panel/events").statusCode()).isEqualTo(503);
        } finally {
            open.forEach(page -> page.body().close());
        }
    }

    @Test
    void aDeskThatGoesDownHoldsNobody() {
        Listeners own = new Listeners(prints);
        Watched page = Watched.list(1);
        var listening = own.listen(page, "").orElseThrow();

        own.close();

        assertThat(own.listen(page, "")).isEmpty();
        assertThatThrownBy(() -> listening.send("late")).isInstanceOf(IllegalStateException.class);
    }

    private static String events(String page) {
        Matcher events = EVENTS.matcher(page);
        if (!events.find()) {
            throw new AssertionError("The page listens to nothing: " + page);
        }
        String address = events.group(1).replace("&amp;", "&");
        return address + (address.contains("?") ? "&" : "?") + "seen=" + events.group(2);
    }

    private static String firstEvent(Guest guest, String address) throws Exception {
        HttpResponse<Stream<String>> news = guest.visitor().listen(address);
        assertThat(news.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        try (Stream<String> lines = news.body()) {
            return CompletableFuture.supplyAsync(() -> lines.filter(line -> line.startsWith("event:"))
                            .findFirst()
                            .orElse("nothing"))
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
