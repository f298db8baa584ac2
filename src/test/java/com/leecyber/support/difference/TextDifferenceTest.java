package com.leecyber.support.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.difference.TextDifference.Line;
import com.leecyber.support.difference.TextDifference.Passage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    private static final DeskFile FORM = DeskFile.of("forms", "diagnose.html");

    @Test
    void anotherLabelIsOneLineForAnother() {
        String label = FORM.text()
                .lines()
                .filter(line -> line.contains("<legend"))
                .findFirst()
                .orElseThrow();
        TextDifference difference =
                (TextDifference) FORM.against(FORM.with(label, label.replace("<legend", "<legend id=\"x\"")));

        List<Line> changed = difference.lines().stream()
                .filter(line -> line.kind() != ChangeKind.SAME)
                .toList();

        assertThat(changed).extracting(Line::kind).containsExactly(ChangeKind.REMOVED, ChangeKind.ADDED);
        assertThat(changed.get(0).numberBefore()).isEqualTo(changed.get(1).numberAfter());
        assertThat(changed.get(0).text()).isEqualTo(label);
        assertThat(difference.passages()).extracting(Passage::folded).containsExactly(true, false, true);
        assertThat(difference.passages().get(1).lines()).hasSize(8);
        assertThat(difference.passages().stream()
                        .mapToInt(passage -> passage.lines().size())
                        .sum())
                .isEqualTo(difference.lines().size());
    }

    @Test
    void lineEndsAreNoChange() {
        DeskFile windows = new DeskFile(FORM.name(), FORM.text().replace("\n", "\r\n"));

        assertThat(FORM.against(windows).isEmpty()).isTrue();
    }

    @Test
    void newAndRemovedFilesAreTold() {
        FileDifference added = Difference.between("a.html", null, FORM.bytes());
        FileDifference removed = Difference.between("a.html", FORM.bytes(), null);

        assertThat(added.isNew()).isTrue();
        assertThat(((TextDifference) added).lines()).extracting(Line::kind).containsOnly(ChangeKind.ADDED);
        assertThat(removed.isRemoved()).isTrue();
        assertThat(((TextDifference) removed).lines()).extracting(Line::kind).containsOnly(ChangeKind.REMOVED);
    }

    @Test
    void twoThatAreNotThereCannotBeCompared() {
        assertThatThrownBy(() -> Difference.between("a.html", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.html");
    }

    @Test
    void invisibleCharactersAreSpelledOut() {
        TextDifference difference = (TextDifference) Difference.between(
                "a.html", "a".getBytes(StandardCharsets.UTF_8), "a\u200b".getBytes(StandardCharsets.UTF_8));

        assertThat(difference.lines()).extracting(Line::text).containsExactly("a", "a‹U+200B›");
    }
}
