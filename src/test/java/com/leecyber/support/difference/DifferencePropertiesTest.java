package com.leecyber.support.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.difference.DiagramEdits.Expected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.w3c.dom.Document;

/** What holds for every file and every edit. */
class DifferencePropertiesTest {

    @Property(tries = 200)
    @Label("the same file differs in nothing, however it is written")
    void rewritingIsNoChange(@ForAll("files") DeskFile file, @ForAll Rewritings rewriting, @ForAll long seed) {
        String rewritten = rewriting.apply(file.text(), new Random(seed));
        DeskFile proposed = new DeskFile(file.name(), rewritten);

        assertThat(file.against(proposed)).isNotInstanceOf(TextDifference.class);
        assertThat(file.against(proposed).isEmpty())
                .as(() -> file.against(proposed).toString())
                .isTrue();
    }

    @Property(tries = 100)
    @Label("where elements stand in the file means nothing")
    void reorderingIsNoChange(@ForAll("diagrams") DeskFile file, @ForAll long seed) {
        Document diagram = DiagramEdits.parse(file.text());
        DiagramEdits.reorder(diagram, new Random(seed));

        assertThat(changes(file.text(), DiagramEdits.write(diagram))).isEmpty();
    }

    @Property(tries = 400)
    @Label("a single edit is told as exactly that edit, in a diagram that was rewritten too")
    void aSingleEditIsNamedExactly(
            @ForAll("diagrams") DeskFile file,
            @ForAll DiagramEdits.Kind edit,
            @ForAll Rewritings rewriting,
            @ForAll long seed) {
        Random random = new Random(seed);
        Document diagram = DiagramEdits.parse(file.text());
        Optional<Expected> expected = edit.apply(diagram, random);
        Assume.that(expected.isPresent());
        Statistics.collect(edit);

        List<ElementChange> changes = changes(file.text(), rewriting.apply(DiagramEdits.write(diagram), random));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(expected.get().kind());
            assertThat(change.elementId()).isEqualTo(expected.get().elementId());
            if (expected.get().property() != null) {
                assertThat(change.properties())
                        .extracting(PropertyChange::property)
                        .containsExactly(expected.get().property());
            }
        });
    }

    @Property(tries = 200)
    @Label("the way back mirrors the way there: diagrams")
    void diagramsMirror(
            @ForAll("diagrams") DeskFile file,
            @ForAll @Size(max = 8) List<DiagramEdits.Kind> edits,
            @ForAll @Size(max = 8) List<DiagramEdits.Kind> others,
            @ForAll long seed) {
        Random random = new Random(seed);
        String one = edited(file, edits, random);
        String other = edited(file, others, random);

        List<ElementChange> there = changes(one, other);
        List<ElementChange> back = changes(other, one);

        assertThat(there.stream().map(change -> told(change, true)).sorted().toList())
                .isEqualTo(back.stream()
                        .map(change -> told(change, false))
                        .sorted()
                        .toList());
    }

    @Property(tries = 300)
    @Label("the way back mirrors the way there, and both tell every row: tables")
    void tablesMirror(@ForAll("tables") String one, @ForAll("tables") String other) {
        TableDifference there = (TableDifference) Difference.between("a.dmn", utf8(one), utf8(other));
        TableDifference back = (TableDifference) Difference.between("a.dmn", utf8(other), utf8(one));

        assertThat(there.rows().stream().map(row -> told(row, true)).sorted().toList())
                .isEqualTo(back.rows().stream()
                        .map(row -> told(row, false))
                        .sorted()
                        .toList());
        assertThat(there.isEmpty()).isEqualTo(back.isEmpty());
        // Told and replayed, the difference makes the proposed table.
        List<List<String>> replayed = there.rows().stream()
                .filter(row -> row.kind() != ChangeKind.REMOVED)
                .map(row -> row.cells().stream().map(Cell::after).toList())
                .toList();
        TableDifference whole = (TableDifference) Difference.between("a.dmn", null, utf8(other));
        assertThat(replayed)
                .isEqualTo(whole.rows().stream()
                        .map(row -> row.cells().stream().map(Cell::after).toList())
                        .toList());
    }

    @Property(tries = 300)
    @Label("kept and added lines are the proposed text, kept and removed ones the text in force")
    void textsAreRebuilt(@ForAll("texts") String before, @ForAll("texts") String after) {
        TextDifference difference = (TextDifference) Difference.between("a.html", utf8(before), utf8(after));

        assertThat(lines(difference, ChangeKind.ADDED)).isEqualTo(before);
        assertThat(lines(difference, ChangeKind.REMOVED)).isEqualTo(after);
        assertThat(difference.isEmpty()).isEqualTo(before.equals(after));
    }

    @Provide
    Arbitrary<DeskFile> files() {
        return Arbitraries.of(DeskFile.all());
    }

    @Provide
    Arbitrary<DeskFile> diagrams() {
        return Arbitraries.of(DeskFile.all().stream()
                .filter(file -> file.name().endsWith(".bpmn"))
                .toList());
    }

    /** Few values, so that rules are alike, come back and change places. */
    @Provide
    Arbitrary<String> tables() {
        Arbitrary<String> rule = Arbitraries.of("", " id=\"a\"", " id=\"b\"", " id=\"c\"", " id=\"d\"")
                .flatMap(id -> Arbitraries.integers().between(0, 3).tuple2().map(cells ->
                        """
                        <rule%s><inputEntry><text>%d</text></inputEntry><outputEntry><text>%d</text></outputEntry></rule>
                        """.formatted(id, cells.get1(), cells.get2())));
        return rule.list().ofMaxSize(7).map(rules -> """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="d"><decisionTable>
                <input id="i" label="I" /><output id="o" label="O" />%s</decisionTable></decision></definitions>
                """.formatted(String.join("", rules)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "")
                .list()
                .ofMaxSize(12)
                .map(lines -> lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private static String edited(DeskFile file, List<DiagramEdits.Kind> edits, Random random) {
        Document diagram = DiagramEdits.parse(file.text());
        edits.forEach(edit -> edit.apply(diagram, random));
        return DiagramEdits.write(diagram);
    }

    private static List<ElementChange> changes(String before, String after) {
        return ((DiagramDifference) Difference.between("a.bpmn", utf8(before), utf8(after))).changes();
    }

    private static String told(ElementChange change, boolean mirrored) {
        return mirrored(change.kind(), mirrored) + " " + change.elementId() + " "
                + change.properties().stream()
                        .map(property -> property.property() + ": "
                                + (mirrored
                                        ? property.after() + " <- " + property.before()
                                        : property.before() + " <- " + property.after()))
                        .sorted()
                        .toList();
    }

    private static String told(RowChange row, boolean mirrored) {
        return mirrored(row.kind(), mirrored) + " " + row.moved() + " "
                + (mirrored
                        ? row.positionAfter() + " <- " + row.positionBefore()
                        : row.positionBefore() + " <- " + row.positionAfter())
                + row.cells().stream()
                        .map(cell -> mirrored
                                ? cell.after() + " <- " + cell.before()
                                : cell.before() + " <- " + cell.after())
                        .toList();
    }

    private static ChangeKind mirrored(ChangeKind kind, boolean mirrored) {
        if (!mirrored) {
            return kind;
        }
        return switch (kind) {
            case ADDED -> ChangeKind.REMOVED;
            case REMOVED -> ChangeKind.ADDED;
            case SAME, CHANGED, MOVED -> kind;
        };
    }

    private static String lines(TextDifference difference, ChangeKind leftOut) {
        return difference.lines().stream()
                .filter(line -> line.kind() != leftOut)
                .map(line -> line.text() + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
