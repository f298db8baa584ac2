package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.TicketType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the panel says, it can say in both languages. */
class PanelWordsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates", "panel");
    private static final Path CODE = Path.of("src", "main", "java", "com", "leecyber", "support", "panel");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{(panel\\.[a-zA-Z.-]+)[({}]");
    private static final Pattern IN_CODE = Pattern.compile("\"(panel\\.[a-z.-]*[a-z])\"");

    private final Properties russian = words("/messages-panel.properties");
    private final Properties english = words("/messages-panel_en.properties");

    @Test
    void bothLanguagesKnowTheSameWords() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(russian.stringPropertyNames()));
        assertThat(russian.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().matches(".*[а-яА-ЯёЁ].*"));
    }

    @Test
    void everyWordThatIsSaidIsKnown() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path file : files(TEMPLATES)) {
            IN_TEMPLATE.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
        }
        for (Path file : files(CODE)) {
            IN_CODE.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .map(key -> russian.containsKey(key + ".title") ? key + ".title" : key)
                    .forEach(said::add);
        }
        Arrays.stream(TicketType.values()).forEach(type -> said.add("panel.type." + type));
        Arrays.stream(ClosingReason.values()).forEach(reason -> said.add("panel.outcome." + reason));

        assertThat(said).hasSizeGreaterThan(80).isSubsetOf(russian.stringPropertyNames());
    }

    private static Iterable<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Properties words(String bundle) {
        Properties words = new Properties();
        try (Reader text =
                new InputStreamReader(PanelWordsTest.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
