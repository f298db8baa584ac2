package com.leecyber.support.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the bot exists in both languages, is used, and takes the same values. */
class WordsTest {

    private static final Pattern KEY = Pattern.compile("\"(telegram\\.[a-z.-]+[a-z])\"");

    private final Properties russian = read("messages-telegram.properties");
    private final Properties english = read("messages-telegram_en.properties");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(english.keySet()).isEqualTo(russian.keySet());
        russian.forEach((key, text) -> assertThat(placeholders((String) english.get(key)))
                .as((String) key)
                .isEqualTo(placeholders((String) text)));
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        List<String> asked = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/com/leecyber/support/telegram"))) {
            for (Path file : files.toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    asked.add(matcher.group(1));
                }
            }
        }

        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(russian.stringPropertyNames()).containsAll(asked);
        assertThat(russian.stringPropertyNames())
                .filteredOn(key -> !key.startsWith("telegram.input.") && !key.startsWith("telegram.command."))
                .as("nobody asks for the others")
                .allMatch(asked::contains);
    }

    @Test
    void noTextIsInTheOtherLanguage() {
        assertThat(english.entrySet().stream()
                        .filter(text -> !"telegram.command.language".equals(text.getKey()))
                        .map(text -> (String) text.getValue()))
                .noneMatch(text -> text.matches("(?s).*[А-Яа-яё].*"));
    }

    private static TreeSet<String> placeholders(String text) {
        new MessageFormat(text);
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", name))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
