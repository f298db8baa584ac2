package com.leecyber.support.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

    private final Findings findings = new Findings();

    @ParameterizedTest
    @EnumSource
    void everyKindHasASentenceInBothLanguages(FindingKind kind) {
        Finding finding = new Finding(kind, "LC-1", 2, 3, "DETAIL");

        assertThat(finding.sentence(Locale.forLanguageTag("ru")))
                .matches(".*[а-я].*")
                .doesNotContain("{");
        assertThat(finding.sentence(Locale.ENGLISH)).matches("[^а-яА-Я]+").doesNotContain("{");
        assertThat(finding.sentence(Locale.FRENCH)).isEqualTo(finding.sentence(Locale.ENGLISH));
    }

    @Test
    void listsTheFirstHundredInOrderAndCountsTheRest() {
        IntStream.rangeClosed(1, 250)
                .map(number -> 1250 - number)
                .forEach(number -> findings.add(Finding.ofEntry(FindingKind.ENTRY_ALTERED, "LC-" + number, 1)));

        assertThat(findings.count()).isEqualTo(250);
        assertThat(findings.listed()).hasSize(100).isSorted().first().returns("LC-1000", Finding::chain);
    }

    @Test
    void saysOfEachKindOnlyTheFirstOfAChain() {
        findings.add(Finding.ofHead(FindingKind.TAIL_CUT, new Head("LC-1", 9, ""), 3));
        findings.add(Finding.ofHead(FindingKind.TAIL_CUT, new Head("LC-1", 5, ""), 2));
        findings.add(Finding.ofHead(FindingKind.TAIL_CUT, new Head("LC-1", 7, ""), 1));

        assertThat(findings.count()).isEqualTo(1);
        assertThat(findings.listed()).singleElement().returns(5, Finding::sequence);
    }
}
