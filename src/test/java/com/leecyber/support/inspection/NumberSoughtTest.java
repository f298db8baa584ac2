package com.leecyber.support.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.inspection.NumberSought.Ids;
import com.leecyber.support.ticket.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSoughtTest {

    @ParameterizedTest
    @ValueSource(strings = {"SD-2026-000123", " sd-2026-000123 ", "000123", "123"})
    void aNumberIsOneTicket(String typed) {
        assertThat(NumberSought.typed(typed).ids()).containsExactly(new Ids(123, 123));
    }

    @Test
    void aWholeNumberIsOneOfItsYear() {
        assertThat(NumberSought.typed("SD-2026-000123").year()).isEqualTo("SD-2026-");
        assertThat(NumberSought.typed("123").year()).isNull();
    }

    @Test
    void aBeginningWithZeroIsOfShortNumbersAlone() {
        assertThat(NumberSought.typed("SD-2026-0001"))
                .isEqualTo(new NumberSought("SD-2026-", List.of(new Ids(100, 199))));
    }

    @Test
    void anyOtherBeginningIsOfLongerNumbersToo() {
        assertThat(NumberSought.typed("SD-2026-12").ids())
                .startsWith(new Ids(120_000, 129_999), new Ids(1_200_000, 1_299_999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SD-2026", "SD-2026-"})
    void aYearIsAllOfItsTickets(String typed) {
        assertThat(NumberSought.typed(typed)).isEqualTo(new NumberSought("SD-2026-", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CH-1", "SD", "SD-26-1", "12a", "-1", "1234567890123456"})
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> NumberSought.typed(typed)).isInstanceOf(InvalidInput.class);
    }
}
