package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.incident.IncidentsByHand;
import com.leecyber.support.notification.Circulating;
import com.leecyber.support.notification.Postman;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.TicketType;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An outage in which five hundred customers' requests become one incident. */
@ProcessStories
@Import({Circulating.class, Postman.class})
class OutageTest {

    private static final int CUSTOMERS = 50;
    private static final int EACH = 10;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern NUMBER = Pattern.compile("SD-\\d{4}-\\d{6,}");

    @Autowired
    Story story;

    @Autowired
    IncidentsByHand incidents;

    @Autowired
    Circulating circulating;

    @Autowired
    Postman postman;

    @Autowired
    Registration registration;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    @Test
    void fiveHundredTicketsAreClosedByOneActionAndEachCustomerIsToldPersonallyOfEach() throws Exception {
        String incident = incidents.outage("api");
        Set<String> numbers = fiveHundredTickets();
        GreenMail mails = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try {
            story.as(
                    "vera",
                    () -> assertThat(incidents.linksAllSimilar(incident)).isEqualTo(numbers.size()));
            incidents.worksOff();
            delivered(mails);

            story.as("vera", () -> incidents.updates(incident, "Причина найдена.", "The cause is found."));
            circulating.queueAll();
            List<MimeMessage> news = delivered(mails);
            assertThat(news.stream().collect(Collectors.groupingBy(OutageTest::recipient, Collectors.counting())))
                    .hasSize(CUSTOMERS)
                    .allSatisfy((customer, copies) -> assertThat(copies).isOne());
            assertThat(news)
                    .allSatisfy(mail -> assertThat(body(mail)).containsAnyOf("Причина найдена.", "The cause is"));

            story.as("vera", () -> incidents.restores(incident));
            incidents.worksOff();
            story.runDueJobs();

            Map<String, List<MimeMessage>> notices =
                    delivered(mails).stream().collect(Collectors.groupingBy(OutageTest::number));
            assertThat(notices.keySet()).isEqualTo(numbers);
            assertThat(notices).allSatisfy((number, copies) -> {
                assertThat(copies).hasSize(1);
                assertThat(recipient(copies.get(0))).isEqualTo(ownerOf(number));
                assertThat(body(copies.get(0))).containsAnyOf("Платформа работает.", "The platform works.");
            });
            assertThat(incidents.progress(incident)).isEqualTo(Map.of("ANSWERED", (long) numbers.size()));
        } finally {
            mails.stop();
        }
    }

    private Set<String> fiveHundredTickets() {
        List<Long> outage = IntStream.range(0, CUSTOMERS)
                .mapToObj(index -> customers
                        .save(new Customer(
                                "Клиент " + index,
                                "outage" + index + "@customers.example",
                                index % 2 == 0 ? Locale.forLanguageTag("ru") : Locale.ENGLISH,
                                story.now()))
                        .id())
                .toList();
        outage.forEach(customer -> database.sql("insert into licence (customer_id, valid_from, valid_until)"
                        + " values (?, now() - interval '1 year', now() + interval '10 years')")
                .param(customer)
                .update());
        Set<String> numbers = new TreeSet<>();
        for (int round = 0; round < EACH; round++) {
            outage.forEach(customer -> numbers.add(registration
                    .register(new NewTicket(
                            customer,
                            Channel.EMAIL,
                            TicketType.PROBLEM,
                            "api",
                            "API не отвечает",
                            "Запросы к API завершаются ошибкой.",
                            null,
                            null,
                            null,
                            null,
                            null))
                    .number()));
        }
        story.runDueJobs();
        return numbers;
    }

    /** What is due now, as it arrived at the mail server. */
    private List<MimeMessage> delivered(GreenMail mails) throws Exception {
        mails.purgeEmailFromAllMailboxes();
        postman.deliversTo(LOOPBACK, mails.getSmtp().getPort());
        return List.of(mails.getReceivedMessages());
    }

    private String ownerOf(String number) {
        return customers
                .findById(story.ticket(number).customerId())
                .orElseThrow()
                .email();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return Stream.of(mail.getAllRecipients()).map(Address::toString).collect(Collectors.joining());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String number(MimeMessage mail) {
        try {
            Matcher number = NUMBER.matcher(mail.getSubject());
            return number.find() ? number.group() : "";
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
