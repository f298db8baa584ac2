package com.leecyber.support.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What reports say, they can say in both languages; and figures never look better than they are. */
class ReportWordsTest {

    @Test
    void bothLanguagesKnowTheSameWords() {
        Properties russian = words("/messages-report.properties");
        Properties english = words("/messages-report_en.properties");

        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(russian.stringPropertyNames()));
        assertThat(english.values()).noneMatch(text -> text.toString().matches(".*[а-яА-ЯёЁ].*"));
    }

    @Test
    void aShareIsCutAndNeverRoundedUp() {
        assertThat(words(Locale.ENGLISH).percent(9999, 10_000)).isEqualTo("99.9%");
        assertThat(words(Locale.forLanguageTag("ru")).percent(2, 3)).isEqualTo("66,6\u00a0%");
        assertThat(words(Locale.ENGLISH).percent(1, 1)).isEqualTo("100.0%");
        assertThat(words(Locale.ENGLISH).percent(0, 0)).isEqualTo("–");
        assertThat(Words.share(0, 0)).isEmpty();
    }

    @Test
    void aSpanIsSaidInItsTwoLargestUnits() {
        assertThat(words(Locale.ENGLISH).span(59)).isEqualTo("59\u00a0s");
        assertThat(words(Locale.ENGLISH).span(3600)).isEqualTo("1\u00a0h");
        assertThat(words(Locale.ENGLISH).span(90_061)).isEqualTo("1\u00a0d 1\u00a0h");
        assertThat(words(Locale.ENGLISH).hours(3599)).isEqualTo("0.9\u00a0h");
    }

    @Test
    void anAxisEndsAtARoundNumberThatIsNotBelowAnything() {
        for (long most : new long[] {0, 1, 2, 3, 7, 10, 11, 99, 1234, 999_999}) {
            assertThat(Plot.niceAbove(most)).isPositive().isGreaterThanOrEqualTo(most);
        }
        assertThat(Plot.niceAbove(0)).isEqualTo(1);
        assertThat(Plot.niceAbove(11)).isEqualTo(20);
    }

    private static Words words(Locale language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-report");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, null, language);
    }

    private static Properties words(String bundle) {
        Properties words = new Properties();
        try (Reader text =
                new InputStreamReader(ReportWordsTest.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
