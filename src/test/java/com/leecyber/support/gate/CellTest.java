package com.leecyber.support.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell may ask, and which values it holds for. */
class CellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | A | true",
                "- | A | true",
                "\"A\" | A | true",
                "\"A\", \"B\" | B | true",
                "\"A\",\"B\" | C | false",
                "not(\"A\", \"B\") | C | true",
                "not(\"A\") | A | false",
                "true | true | true",
                "false | true | false"
            })
    void namesTexts(String cell, String value, boolean holds) {
        assertThat(Cell.read(cell).orElseThrow().holds(value)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5 | true",
                "< 5 | 5 | false",
                "<= 5 | 5 | true",
                "> -1 | 0 | true",
                ">= 1.5 | 1 | false",
                "[1..14] | 14 | true",
                "(1..14] | 1 | false",
                "]1..14[ | 14 | false",
                "1, 3, [7..9] | 8 | true"
            })
    void comparesNumbers(String cell, BigDecimal value, boolean holds) {
        assertThat(Cell.read(cell).orElseThrow().holds(value)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "\"A",
                "\"A\",",
                "now()",
                "? > 5",
                "function() external {}",
                "not(not(\"A\"))",
                "\"\\u0041\"",
                "date(\"2026-01-01\")",
                "[1..2",
                "if true then 1 else 2",
                "5 + 5"
            })
    void asksNothingElse(String cell) {
        assertThat(Cell.read(cell)).isEmpty();
    }
}
