package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    @Test
    void aShortTextIsOnePart() {
        assertThat(Parts.of("а".repeat(4096))).containsExactly("а".repeat(4096));
    }

    @Test
    void aLongTextIsCutAtALineEnd() {
        String line = "x".repeat(99);

        List<String> parts = Parts.of((line + "\n").repeat(100));

        assertThat(parts).allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(4096);
            assertThat(part.lines()).allMatch(line::equals);
        });
        assertThat(parts.stream().mapToLong(part -> part.lines().count()).sum()).isEqualTo(100);
    }

    @Test
    void anEmojiIsNeverCutInTwo() {
        String text = "a" + "😀".repeat(5000);

        List<String> parts = Parts.of(text);

        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.length()).isLessThanOrEqualTo(4096);
            assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1)))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void whereThereIsNothingToReadNothingIsSaid(String text) {
        assertThat(Parts.of(text)).isEmpty();
        assertThat(Parts.of("x" + " ".repeat(9000) + text)).containsExactly("x");
    }
}
