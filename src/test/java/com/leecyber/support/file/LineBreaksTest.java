package com.leecyber.support.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void linesBreakBetweenWords() {
        assertThat(LineBreaks.of("one two three", line -> line.length() <= 7)).containsExactly("one two", "three");
    }

    @Test
    void aWordThatIsTooLongBreaksWithinItself() {
        assertThat(LineBreaks.of("a 1234567890 b", line -> line.length() <= 4))
                .containsExactly("a", "1234", "5678", "90 b");
    }

    @Test
    void aLineEndIsALineEnd() {
        assertThat(LineBreaks.of("one\n\ntwo", line -> true)).containsExactly("one", "", "two");
    }

    @Test
    void aLetterThatFitsNowhereStandsAlone() {
        assertThat(LineBreaks.of("😀😀", line -> false)).containsExactly("😀", "😀");
    }
}
