package com.leecyber.support.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the auditor's pages say, they can say in both languages. */
class AuditWordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z0-9.]+}");

    private final Properties russian = words("/messages-audit.properties");
    private final Properties english = words("/messages-audit_en.properties");

    @Test
    void bothLanguagesKnowTheSameWords() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(russian.stringPropertyNames()));
        assertThat(english.values()).noneMatch(text -> text.toString().matches(".*[а-яА-ЯёЁ].*"));
    }

    @Test
    void bothLanguagesSayTheSameDetails() {
        assertThat(russian.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(english.getProperty(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(russian.getProperty(key))));
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(each -> found.add(each.group()));
        return found;
    }

    private static Properties words(String bundle) {
        Properties words = new Properties();
        try (Reader text =
                new InputStreamReader(AuditWordsTest.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
