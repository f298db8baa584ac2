package com.leecyber.support.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.leecyber.support.difference.ColumnChange.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits as a process owner makes them, in the tables of the product. */
class TableDifferenceTest {

    private static final DeskFile WINDOWS = DeskFile.bpmn("responseWindow.dmn");
    private static final DeskFile PRIORITY = DeskFile.bpmn("priority.dmn");
    private static final String EMAIL_RULE = "<rule id=\"Rule_email_2h\">";
    private static final String DATA_LOSS_RULE = "<rule id=\"Rule_p1_data_loss\">";

    @Test
    void anHourLessForEmailIsOneCellOfOneRow() {
        int email = WINDOWS.text().indexOf("<outputEntry id=\"Result_window_email_2h\">");
        String text = WINDOWS.text();
        DeskFile proposed = new DeskFile(
                WINDOWS.name(), text.substring(0, email) + text.substring(email).replaceFirst("PT2H", "PT1H"));

        TableDifference difference = tables(WINDOWS, proposed);

        assertThat(difference.properties()).isEmpty();
        assertThat(difference.changedColumns()).isEmpty();
        assertThat(difference.rows()).hasSize(4);
        assertThat(difference.changedRows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(ChangeKind.CHANGED);
            assertThat(row.ruleId()).isEqualTo("Rule_email_2h");
            assertThat(row.positionBefore()).isEqualTo(2);
            assertThat(row.positionAfter()).isEqualTo(2);
            assertThat(row.moved()).isFalse();
            assertThat(changedCells(row))
                    .containsExactly(new Cell("Окно ответа (ISO 8601)", "\"PT2H\"", "\"PT1H\"", true));
        });
    }

    @Test
    void aRuleThatComesFirstIsTheOnlyOneThatMoved() {
        String last = rule(PRIORITY, PRIORITY.text().lastIndexOf("<rule id="));
        DeskFile proposed = PRIORITY.with(last, "").with(DATA_LOSS_RULE, last + DATA_LOSS_RULE);

        TableDifference difference = tables(PRIORITY, proposed);

        assertThat(difference.hitPolicy()).isEqualTo("FIRST");
        assertThat(difference.changedRows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(ChangeKind.MOVED);
            assertThat(row.positionBefore()).isEqualTo(difference.rows().size());
            assertThat(row.positionAfter()).isEqualTo(1);
        });
    }

    @Test
    void aRuleWithAnotherIdIsTheSameRuleIfItIsAskedForTheSame() {
        DeskFile proposed = WINDOWS.with(EMAIL_RULE, "<rule id=\"DecisionRule_0x1\">");

        assertThat(tables(WINDOWS, proposed).isEmpty()).isTrue();
    }

    @Test
    void aRemovedRuleStandsWhereItStood() {
        DeskFile proposed = WINDOWS.without(EMAIL_RULE, "</rule>");

        TableDifference difference = tables(WINDOWS, proposed);

        assertThat(difference.rows())
                .extracting(RowChange::kind, RowChange::positionBefore, RowChange::positionAfter)
                .containsExactly(
                        tuple(ChangeKind.SAME, 1, 1),
                        tuple(ChangeKind.REMOVED, 2, null),
                        tuple(ChangeKind.SAME, 3, 2),
                        tuple(ChangeKind.SAME, 4, 3));
    }

    @Test
    void annotationsAndTheHitPolicyAreComparedToo() {
        DeskFile proposed = PRIORITY.with("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                .with("R4.2 (P1): потеря или повреждение данных.", "R4.2 (P1): потеря данных.");

        TableDifference difference = tables(PRIORITY, proposed);

        assertThat(difference.properties()).containsExactly(new PropertyChange("hitPolicy", "FIRST", "UNIQUE"));
        assertThat(difference.changedRows())
                .singleElement()
                .satisfies(row -> assertThat(changedCells(row))
                        .singleElement()
                        .satisfies(cell -> assertThat(cell.after()).startsWith("R4.2 (P1): потеря данных.")));
        assertThat(difference.columns().get(difference.columns().size() - 1).role())
                .isEqualTo(Role.ANNOTATION);
    }

    @Test
    void aNewColumnWithoutContentIsAChangeOfNoRow() {
        DeskFile proposed = WINDOWS.with(
                "<output id=\"Output_rule\"",
                "<output id=\"Output_note\" label=\"Заметка\" name=\"note\" /><output id=\"Output_rule\"");
        DeskFile filled = new DeskFile(
                WINDOWS.name(),
                proposed.text()
                        .replace(
                                "<outputEntry id=\"Result_rule",
                                "<outputEntry><text></text></outputEntry><outputEntry id=\"Result_rule"));

        TableDifference difference = tables(WINDOWS, filled);

        assertThat(difference.changedColumns())
                .containsExactly(new ColumnChange(ChangeKind.ADDED, Role.OUTPUT, "Заметка", List.of()));
        assertThat(difference.changedRows()).isEmpty();
    }

    @Test
    void whatAColumnAsksIsCompared() {
        DeskFile proposed = WINDOWS.with("\"PANEL\",\"EMAIL\",\"TELEGRAM\"", "\"PANEL\",\"EMAIL\"");

        assertThat(tables(WINDOWS, proposed).changedColumns())
                .containsExactly(new ColumnChange(
                        ChangeKind.CHANGED,
                        Role.INPUT,
                        "Канал",
                        List.of(new PropertyChange(
                                "inputValues", "\"PANEL\",\"EMAIL\",\"TELEGRAM\"", "\"PANEL\",\"EMAIL\""))));
    }

    @Test
    void widthsAndPlacesAreNoChange() {
        DeskFile proposed = WINDOWS.with("biodi:width=\"220\"", "biodi:width=\"300\"")
                .with("x=\"160\" y=\"100\"", "x=\"200\" y=\"10\"");

        assertThat(WINDOWS.against(proposed).isEmpty()).isTrue();
    }

    @Test
    void aFileWithSeveralDecisionsIsComparedAsText() {
        DeskFile proposed = WINDOWS.with(
                "</definitions>", "<decision id=\"another\"><decisionTable id=\"t\" /></decision></definitions>");

        assertThat(WINDOWS.against(proposed)).isInstanceOf(TextDifference.class);
        assertThat(WINDOWS.against(proposed).isEmpty()).isFalse();
    }

    private static TableDifference tables(DeskFile before, DeskFile after) {
        return (TableDifference) before.against(after);
    }

    private static List<Cell> changedCells(RowChange row) {
        return row.cells().stream().filter(Cell::changed).toList();
    }

    private static String rule(DeskFile file, int start) {
        return file.text().substring(start, file.text().indexOf("</rule>", start) + "</rule>".length());
    }
}
