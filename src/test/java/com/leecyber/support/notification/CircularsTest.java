package com.leecyber.support.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.leecyber.support.DeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.ContactChannel;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.customer.Licensing;
import com.leecyber.support.notification.Circulars.Progress;
import com.leecyber.support.notification.Circulating.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R6.1: what every customer with a valid licence is told, each once. */
@DeskTest
class CircularsTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String DOMAIN = "circulars.example";
    private static final Duration YEAR = Duration.ofDays(365);

    @Autowired
    Circulars circulars;

    @Autowired
    CircularBatches batches;

    @Autowired
    Circulating circulating;

    @Autowired
    OutboxRows outbox;

    @Autowired
    Customers customers;

    @Autowired
    Licensing licensing;

    @Autowired
    ContactDetails contacts;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private final String works = "PW-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void nothingWaits() {
        circulating.sendAll();
    }

    /** The next test has to tell nobody of these. */
    @AfterEach
    void nobodyIsLicensedAnyMore() {
        circulating.sendAll();
        database.sql("update circular set finished_at = now() where finished_at is null")
                .update();
        database.sql("delete from licence where customer_id in (select id from customer where email like ?)")
                .param("%@" + DOMAIN)
                .update();
    }

    @Test
    void everyLicensedCustomerIsToldOnceAndNobodyElse() {
        Instant now = clock.instant();
        List<String> licensed = new ArrayList<>(manyLicensed(CircularBatches.BATCH * 2));
        Customer renewed = customer("renewed", RUSSIAN);
        licensing.grant(renewed.id(), now.minus(YEAR), now.minus(Duration.ofDays(9)));
        licensing.grant(renewed.id(), now.minus(Duration.ofDays(9)), now.plus(YEAR));
        licensed.add(renewed.email());
        Customer former = customer("former", RUSSIAN);
        licensing.grant(former.id(), now.minus(YEAR), now.minus(Duration.ofDays(1)));
        Customer future = customer("future", RUSSIAN);
        licensing.grant(future.id(), now.plus(Duration.ofDays(1)), now.plus(YEAR));
        Customer never = customer("never", RUSSIAN);

        begin(announcement(1));
        begin(announcement(1));
        circulating.queueAll();
        circulating.queueAll();

        List<String> told = announced().stream().map(Mail::recipient).toList();
        assertThat(told).doesNotHaveDuplicates().containsAll(licensed);
        assertThat(told).doesNotContain(former.email(), future.email(), never.email(), "expired@customers.example");
        assertThat(journal.of(works))
                .extracting(entry -> entry.kind(), entry -> entry.clause())
                .containsExactly(tuple("CIRCULAR_BEGAN", "R6.1"), tuple("CIRCULAR_QUEUED", "R6.1"));
        assertThat(journal.of(works).get(1).details()).contains("\"count\":" + told.size());
    }

    @Test
    void itGoesByMailToWhoeverPrefersTheChatToo() {
        Customer chatting = licensed("chatting", RUSSIAN);
        long chat = Math.abs(UUID.randomUUID().getLeastSignificantBits());
        contacts.linkChat(chat, contacts.chatCode(chatting.id()));
        assertThat(customers.findById(chatting.id()).orElseThrow().preferredChannel())
                .isEqualTo(ContactChannel.TELEGRAM);

        begin(announcement(1));
        circulating.queueAll();

        assertThat(database.sql(
                                "select chat_id from outbox where circular is not null and ticket = ? and recipient = ?")
                        .params(works, chatting.email())
                        .query(Long.class)
                        .list())
                .containsExactly((Long) null);
    }

    @Test
    void everybodyReadsItInTheirLanguage() {
        Customer russian = licensed("russian", RUSSIAN);
        Customer english = licensed("english", Locale.ENGLISH);

        begin(announcement(1));
        circulating.queueAll();

        assertThat(mailTo(russian).subject()).contains(works, "Плановые работы", "Документы");
        assertThat(mailTo(russian).body())
                .contains("Здравствуйте, russian!", "Обновим базу.", "Начало: ", "пункт 6.1")
                .doesNotContain("{{", "Documents");
        assertThat(mailTo(english).subject()).contains(works, "Planned works", "Documents");
        assertThat(mailTo(english).body())
                .contains("Dear english,", "We update the database.", "clause 6.1")
                .doesNotContain("{{", "Документы");
    }

    @Test
    void anAddressThatIsNoneStopsNobodyElse() {
        Customer broken = licensed("broken", RUSSIAN);
        database.sql("update customer set email = ? where id = ?")
                .params("no address " + broken.id(), broken.id())
                .update();
        Customer after = licensed("after", RUSSIAN);

        begin(announcement(1));
        circulating.sendAll();

        assertThat(mailTo(after).error()).isNull();
        Progress progress = progress();
        assertThat(progress.finished()).isTrue();
        assertThat(progress.failed()).isPositive();
        assertThat(progress.sent()).isEqualTo(progress.queued() - progress.failed());
        assertThat(progress.isOut()).isTrue();
        database.sql("delete from outbox where recipient like 'no address%'").update();
        database.sql("update customer set email = ? where id = ?")
                .params(broken.email(), broken.id())
                .update();
    }

    @Test
    void howFarItHasComeCanBeSeenAllTheWay() {
        manyLicensed(CircularBatches.BATCH);
        assertThat(circulars.progress(works, CircularKind.WORKS_ANNOUNCED, 1)).isEmpty();
        begin(announcement(1));
        assertThat(progress()).isEqualTo(new Progress(false, 0, 0, 0, null));

        assertThat(batches.queueNext(announcement(1).key())).isTrue();

        assertThat(progress().finished()).isFalse();
        assertThat(progress().queued()).isBetween(1L, (long) CircularBatches.BATCH);
        circulating.queueAll();
        long all = progress().queued();
        assertThat(progress()).isEqualTo(new Progress(true, all, 0, 0, null));
        assertThat(progress().isOut()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        circulating.sendAll();
        assertThat(progress()).isEqualTo(new Progress(true, all, all, 0, clock.instant()));
    }

    @Test
    void ofSeveralNodesEachCustomerHearsOnce() throws Exception {
        List<String> licensed = manyLicensed(CircularBatches.BATCH * 3);
        begin(announcement(1));
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            for (Future<?> node : IntStream.range(0, 3)
                    .mapToObj(index -> nodes.submit(circulating::queueAll))
                    .toList()) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }
        circulating.queueAll();

        assertThat(announced().stream().map(Mail::recipient))
                .doesNotHaveDuplicates()
                .containsAll(licensed);
        assertThat(progress().queued()).isEqualTo(announced().size());
    }

    @Test
    void aBatchThatIsRolledBackIsRepeatedAsAWhole() {
        List<String> licensed = manyLicensed(CircularBatches.BATCH);
        begin(announcement(1));
        batches.queueNext(announcement(1).key());
        transaction.executeWithoutResult(status -> {
            batches.queueNext(announcement(1).key());
            status.setRollbackOnly();
        });

        circulating.queueAll();

        assertThat(announced().stream().map(Mail::recipient))
                .doesNotHaveDuplicates()
                .containsAll(licensed);
        assertThat(progress().queued()).isEqualTo(announced().size());
    }

    @Test
    void oneThatCannotBeToldDoesNotStopTheOthers() {
        Customer customer = licensed("patient", RUSSIAN);
        begin(circular(CircularKind.WORKS_REMINDER, 1, "nobody knows it", Map.of()));
        begin(announcement(1));

        circulating.queueAll();

        assertThat(mailTo(customer)).isNotNull();
        assertThat(circulars
                        .progress(works, CircularKind.WORKS_REMINDER, 1)
                        .orElseThrow()
                        .finished())
                .isFalse();
    }

    @Test
    void whoeverIsWrittenToInPersonDoesNotWaitForTheMany() {
        manyLicensed(60);
        begin(announcement(1));
        circulating.queueAll();
        clock.advance(Duration.ofSeconds(1));
        Notification personal = Mailbag.reply(Mailbag.aTicket(), "1");
        transaction.executeWithoutResult(status ->
                outbox.add(personal, new MailText("s", "b"), "<" + personal.key() + "@test>", clock.instant(), null));

        List<OutboxMail> first = outbox.claim(
                ContactChannel.EMAIL, clock.instant(), clock.instant().plus(OutboxSender.LEASE), 50);

        assertThat(first).hasSize(50);
        assertThat(first.get(0).key()).isEqualTo(personal.key());
        assertThat(first.subList(1, 50)).allMatch(OutboxMail::isCircular);
        first.forEach(mail -> outbox.release(mail, clock.instant()));
    }

    @Test
    void aCorrectionCarriesTheNextRevisionOfTheCalendarAndFollowsTheFirstMail() {
        Customer english = licensed("calendar", Locale.ENGLISH);
        begin(announcement(1));
        clock.advance(Duration.ofSeconds(1));
        begin(circular(CircularKind.WORKS_REMINDER, 1, CircularAudience.LICENSED, Map.of()));
        clock.advance(Duration.ofSeconds(1));
        begin(circular(CircularKind.WORKS_CANCELLED, 1, CircularAudience.LICENSED, Map.of("reason", "r")));
        circulating.queueAll();

        List<OutboxMail> claimed =
                outbox
                        .claim(
                                ContactChannel.EMAIL,
                                clock.instant(),
                                clock.instant().plus(OutboxSender.LEASE),
                                10_000)
                        .stream()
                        .filter(mail -> english.email().equals(mail.recipient()))
                        .toList();

        assertThat(claimed)
                .extracting(OutboxMail::kind)
                .containsExactly("works-announced", "works-reminder", "works-cancelled");
        assertThat(claimed.get(0).calendar())
                .contains("SEQUENCE:0\r\n", "METHOD:PUBLISH\r\n", "SUMMARY:Planned works: Documents\r\n")
                .contains("UID:" + works + "@support-desk\r\n");
        assertThat(claimed.get(1).calendar()).isNull();
        assertThat(claimed.get(2).calendar()).contains("SEQUENCE:1\r\n", "METHOD:CANCEL\r\n");
        assertThat(claimed.get(2).thread()).isEqualTo(claimed.get(0).messageId());
        database.sql("update outbox set sent_at = now() where sent_at is null").update();
    }

    @Test
    void aTextThatWouldMissAValueIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> begin(circular(CircularKind.WORKS_CANCELLED, 1, CircularAudience.LICENSED, Map.of())))
                .withMessageContaining("reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> begin(
                        circular(CircularKind.WORKS_ANNOUNCED, 1, CircularAudience.LICENSED, Map.of("raeson", "r"))))
                .withMessageContaining("raeson");
    }

    private Circular announcement(int sequence) {
        return circular(CircularKind.WORKS_ANNOUNCED, sequence, CircularAudience.LICENSED, Map.of());
    }

    private Circular circular(CircularKind kind, int sequence, String audience, Map<String, String> more) {
        Instant from = clock.instant().plus(Duration.ofDays(1));
        return new Circular(
                works,
                kind,
                sequence,
                audience,
                Map.of("from", from, "to", from.plus(Duration.ofHours(2))),
                Map.of(
                        RUSSIAN,
                        with(more, "Документы", "Обновим базу."),
                        Locale.ENGLISH,
                        with(more, "Documents", "We update the database.")));
    }

    private static Map<String, String> with(Map<String, String> more, String services, String text) {
        Map<String, String> values = new HashMap<>(more);
        values.put("services", services);
        values.put("text", text);
        return values;
    }

    private void begin(Circular circular) {
        transaction.executeWithoutResult(status -> circulars.begin(circular));
    }

    private Progress progress() {
        return circulars.progress(works, CircularKind.WORKS_ANNOUNCED, 1).orElseThrow();
    }

    private List<Mail> announced() {
        return circulating.mails(works, CircularKind.WORKS_ANNOUNCED, 1);
    }

    private Mail mailTo(Customer customer) {
        return announced().stream()
                .filter(mail -> mail.recipient().equals(customer.email()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> manyLicensed(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> licensed("many", RUSSIAN).email())
                .toList();
    }

    private Customer licensed(String name, Locale language) {
        Customer customer = customer(name, language);
        licensing.grant(
                customer.id(), clock.instant().minus(YEAR), clock.instant().plus(YEAR));
        return customer;
    }

    private Customer customer(String name, Locale language) {
        return customers.save(
                new Customer(name, name + "-" + UUID.randomUUID() + "@" + DOMAIN, language, clock.instant()));
    }
}
