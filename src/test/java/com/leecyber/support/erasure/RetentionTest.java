package com.leecyber.support.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.DeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What had its time goes at night, what has not stays, and the journal says how much went. */
@DeskTest
class RetentionTest {

    @Autowired
    Retention retention;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Test
    void whatHadItsTimeGoesOnceAndTheRestStays() {
        retention.forgetAll();
        int entries = journal.of(Retention.CHAIN).size();
        long client = database.sql("insert into api_client (name, role, token_hash, created_at) values ('retention',"
                        + " 'RELEASES', ?, ?) returning id")
                .params("retention" + UUID.randomUUID(), before(Duration.ZERO))
                .query(Long.class)
                .single();
        answer(client, "old", Duration.ofDays(31));
        answer(client, "new", Duration.ofDays(29));
        file(99_000_001, "STORED", Duration.ofDays(31));
        file(99_000_002, "FAILED", Duration.ofDays(31));
        file(99_000_003, "WAITING", Duration.ofDays(31));
        file(99_000_004, "STORED", Duration.ofDays(29));
        said("old", Duration.ofDays(31));
        said("new", Duration.ofDays(29));
        long discarded = discarded(Duration.ofDays(91));
        long lately = discarded(Duration.ofDays(89));

        retention.forgetAll();

        assertThat(texts("select key from idempotent_request where client_id = " + client))
                .containsExactly("new");
        assertThat(texts(
                        "select cast(update_id as text) from telegram_file where update_id between 99000001 and 99000004"
                                + " order by 1"))
                .containsExactly("99000003", "99000004");
        assertThat(texts("select key from outbox where key like 'retention:%'")).containsExactly("retention:new");
        assertThat(raw(discarded)).contains("срок хранения истёк").doesNotContain("Слова");
        assertThat(raw(lately)).contains("Слова");
        assertThat(texts("select decided_by || ' ' || coalesce(sender, 'nobody') from inbound_mail where id = "
                        + discarded))
                .as("who discarded it is kept, whose it was is not")
                .containsExactly("vera nobody");
        List<JournalEntry> noted = journal.of(Retention.CHAIN);
        assertThat(noted).hasSize(entries + 1);
        assertThat(noted.get(entries).actor()).isEqualTo("system:retention");
        assertThat(noted.get(entries).details())
                .isEqualTo("{\"answers\":1,\"chatter\":1,\"discardedMails\":1,\"telegramFiles\":2}");

        retention.forgetAll();
        assertThat(journal.of(Retention.CHAIN)).as("nothing was left to do").hasSize(entries + 1);
        assertThat(journal.verify(Retention.CHAIN)).isEmpty();
    }

    @Test
    void nothingIsForgottenWithinADay() {
        Duration month = Duration.ofDays(30);

        assertThatThrownBy(() -> new RetentionSettings(Duration.ofHours(23), month, month))
                .hasMessageContaining("support.retention.answers must be at least P1D");
        assertThatThrownBy(() -> new RetentionSettings(month, Duration.ZERO, month))
                .hasMessageContaining("support.retention.chatter");
        assertThatThrownBy(() -> new RetentionSettings(month, month, month.negated()))
                .hasMessageContaining("support.retention.discarded-mails");
    }

    private void answer(long client, String key, Duration age) {
        database.sql("insert into idempotent_request (client_id, key, request_hash, created_at) values (?, ?, '', ?)")
                .params(client, key, before(age))
                .update();
    }

    private void file(long update, String state, Duration age) {
        database.sql("insert into telegram_file (update_id, chat_id, file_id, name, ticket, state, next_attempt_at)"
                        + " values (?, 5, 'f', 'n', 'SD-2000-000001', ?, ?)")
                .params(update, state, before(age))
                .update();
    }

    private void said(String key, Duration age) {
        database.sql("insert into outbox (key, kind, language, subject, body, message_id, created_at, sent_at, chat_id)"
                        + " values (?, 'chat', 'ru', '', 'Слова', '', ?, ?, 5)")
                .params("retention:" + key, before(age), before(age))
                .update();
    }

    private long discarded(Duration age) {
        return database.sql(
                        "insert into inbound_mail (mailbox, uid_validity, uid, size, raw, complete, received_at, state,"
                                + " next_attempt_at, sender, subject, reason, ended_at, decided_by, decided_at, decision) values"
                                + " ('retention', 1, nextval('ticket_number'), 5, ?, true, ?, 'DISCARDED', ?, 'a@b.example', 'Слова',"
                                + " 'LIST', ?, 'vera', ?, 'Реклама') returning id")
                .params("Слова".getBytes(StandardCharsets.UTF_8), before(age), before(age), before(age), before(age))
                .query(Long.class)
                .single();
    }

    private String raw(long id) {
        return new String(
                database.sql("select raw from inbound_mail where id = ?")
                        .param(id)
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private List<String> texts(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private OffsetDateTime before(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
