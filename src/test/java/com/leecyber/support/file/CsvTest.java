package com.leecyber.support.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 6 of the security model: no spreadsheet takes what somebody wrote for a formula. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\tplain",
                "\rplain",
                "\nplain",
                " =1",
                "\u00a0=1",
                "\u200b=1",
                "\ufeff=1",
                "\"=1\"",
                "'=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff201",
                "=cmd|' /C calc'!A0"
            })
    void whatBeginsLikeAFormulaIsAText(String dangerous) {
        String cell = unquoted(Csv.cell(dangerous));

        assertThat(cell).startsWith("'");
        assertThat(cell.replace("'", "")).as("nothing is lost").isEqualTo(dangerous.replace("'", ""));
    }

    /** Where a spreadsheet splits at semicolons or lines, a cell begins after each of them. */
    @ParameterizedTest
    @ValueSource(strings = {"a;=1", "a\n=1", "a\r\n=1", "a\t@1", "a; -1", "a;\"=1\""})
    void whatBeginsLikeAFormulaAfterASeparatorIsATextToo(String dangerous) {
        String cell = unquoted(Csv.cell(dangerous));

        assertThat(cell).matches("(?s)a[;\\s].*'[\"\\s]*[=@-].*");
        assertThat(cell.replace("'", "")).as("nothing is lost").isEqualTo(dangerous);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "SD-2026-000001", "a=b", "1-2", "a@b.example", "2026-03-02T09:00:00Z", "Не открывается"})
    void whatIsHarmlessStaysAsItIs(String harmless) {
        assertThat(Csv.cell(harmless)).isEqualTo(harmless);
    }

    @Test
    void aNumberMayBeNegative() {
        assertThat(Csv.cell(-5)).isEqualTo("-5");
    }

    @Test
    void aLineIsReadBackAsItWasWritten() {
        assertThat(Csv.line("a,b", "say \"x\"", null, List.of("one", "two"), "two\nlines", 7, true))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",,one two,\"two\nlines\",7,true\r\n");
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
