package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.ticket.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shift lead types into the form that corrects an interval. */
class TypedLimitsTest {

    private static final Notation BERLIN = new Notation(ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
    private static final Interval SHOWN =
            new Interval(Instant.parse("2026-10-24T22:00:00.123Z"), Instant.parse("2026-10-24T22:30:05.456Z"));

    @Test
    void aLimitThatWasLeftAsItWasKeepsItsExactMoment() {
        assertThat(BERLIN.input(SHOWN.from())).isEqualTo("2026-10-25T00:00:00");

        Interval read = new TypedLimits("2026-10-25T00:00", "2026-10-25T00:30:06").correcting(SHOWN, BERLIN);

        assertThat(read.from()).isEqualTo(SHOWN.from());
        assertThat(read.to()).isEqualTo(Instant.parse("2026-10-24T22:30:06Z"));
    }

    @Test
    void ofAnHourThatComesTwiceTheFirstIsMeant() {
        Interval read = new TypedLimits("2026-10-25T02:30", "2026-10-25T03:30").correcting(SHOWN, BERLIN);

        assertThat(read)
                .isEqualTo(new Interval(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T02:30:00Z")));
    }

    @Test
    void withoutAnEndItLastsOn() {
        assertThat(new TypedLimits("2026-10-25T00:00:00", " ").correcting(SHOWN, BERLIN))
                .isEqualTo(new Interval(SHOWN.from(), null));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-10-25T00:30, from",
        "yesterday, 2026-10-25T00:30, from",
        "2026-10-25T00:00, 25.10.2026, to",
        "2026-10-25T00:00, 2026-10-24T23:59:59, to",
        "-4800-01-01T00:00, '', from",
        "1999-12-31T23:59, '', from"
    })
    void whatIsNoIntervalIsRefusedAtItsField(String from, String to, String field) {
        assertThatThrownBy(() -> new TypedLimits(from, to).correcting(SHOWN, BERLIN))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }
}
