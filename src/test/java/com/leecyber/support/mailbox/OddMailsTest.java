package com.leecyber.support.mailbox;

import static com.leecyber.support.mailbox.Inbox.CUSTOMER;
import static com.leecyber.support.mailbox.Inbox.mail;
import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import com.leecyber.support.MovableClock;
import com.leecyber.support.mailbox.Inbox.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Case 11: whatever comes ends as ticket, reply or quarantine, as it came, and holds nobody up. */
@DeskTest
@Import(Inbox.class)
class OddMailsTest {

    @Autowired
    Inbox inbox;

    @Autowired
    MailProcessor processor;

    @Autowired
    MovableClock clock;

    @Test
    void inEqualsOut() {
        List<byte[]> odd = OddMails.all();
        List<Long> ids = new ArrayList<>();
        for (byte[] raw : odd) {
            // Nobody's budget of tickets is used up.
            clock.advance(Duration.ofMinutes(4));
            ids.add(inbox.put(raw));
            // Each mail takes one attempt, and the good one behind it the next.
            assertThat(processor.processNext()).isTrue();
        }
        Row good = inbox.process(mail(CUSTOMER, "Хорошее письмо", "text"));

        assertThat(odd).hasSize(500);
        assertThat(good.state()).isEqualTo("TICKET");
        Map<String, Integer> ends = new TreeMap<>();
        for (int index = 0; index < odd.size(); index++) {
            Row row = inbox.row(ids.get(index));
            String end = row.state().equals("QUARANTINE") ? row.reason() : row.state();
            ends.merge(end, 1, Integer::sum);
            assertThat(row.raw()).as("mail %d", index).isEqualTo(odd.get(index));
            assertThat(row.attempts()).as("mail %d", index).isOne();
            assertThat(end).as("mail %d", index).isIn("TICKET", "NO_SENDER", "UNKNOWN_SENDER", "BOUNCE");
        }
        assertThat(ends.get("TICKET")).isGreaterThan(200);
        assertThat(ends.get("UNKNOWN_SENDER")).isGreaterThan(50);
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(odd.size());
    }
}
