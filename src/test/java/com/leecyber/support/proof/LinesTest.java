package com.leecyber.support.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export is read as it was written, and nothing else is. */
class LinesTest {

    @Property
    void readsEveryEntryAsItWasWritten(
            @ForAll String chain, @ForAll String actor, @ForAll String details, @ForAll boolean clause) {
        JournalEntry entry = new JournalEntry(
                        encodable(chain),
                        7,
                        Instant.parse("2026-03-02T09:00:00.123Z"),
                        encodable(actor),
                        "NOTE_ADDED",
                        clause ? "R5.2" : null,
                        encodable(details),
                        Seal.NOTHING_BEFORE,
                        null)
                .sealed();

        JournalEntry read = EntryLine.read(lines(entry.line() + "\n").get(0));

        assertThat(read).isEqualTo(entry);
        assertThat(read.isIntact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[\"ticket\"]",
                "{\"ticket\":\"LC-1\"}",
                "{\"ticket\":\"LC-1\",\"ticket\":\"LC-1\"}",
                "{\"ticket\":\"LC-1",
                "{\"ticket\":\"\\u00\"}",
                "{\"ticket\":\"\\q\"}",
                "{\"sequence\":99999999999}",
                "{\"sequence\":1.5}"
            })
    void refusesWhatIsNoEntry(String line) {
        assertThatThrownBy(() -> EntryLine.read(line)).isInstanceOf(Unreadable.class);
    }

    @Example
    void refusesALineThatWouldFillTheMemoryAndGoesOn() {
        Lines lines = new Lines(new ByteArrayInputStream(
                ("a".repeat(Lines.LONGEST + 1) + "\nnext\r\n").getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(lines::next).isInstanceOf(Unreadable.class);
        assertThat(lines.next()).isEqualTo("next");
        assertThat(lines.hasNext()).isFalse();
    }

    private static List<String> lines(String text) {
        List<String> read = new ArrayList<>();
        new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).forEachRemaining(read::add);
        return read;
    }

    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
