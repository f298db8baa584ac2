package com.leecyber.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Everything that the pages of availability say, they can say in both languages; and they have no word to spare. */
class AvailabilityWordsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates", "availability");
    private static final Path CODE = Path.of("src", "main", "java", "com", "leecyber", "support", "availability");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{(availability\\.[a-zA-Z_.-]+)[({}]");
    private static final Pattern IN_CODE = Pattern.compile("\"(availability\\.[a-z.-]*[a-z])\"");
    private static final Set<String> HAPPENINGS =
            Set.of("DOWNTIME_BEGAN", "DOWNTIME_ENDED", "DOWNTIME_CORRECTED", "DOWNTIME_EXCLUDED");

    private final Properties russian = words("/messages-availability.properties");
    private final Properties english = words("/messages-availability_en.properties");

    @Test
    void bothLanguagesKnowTheSameWords() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(russian.stringPropertyNames()));
        assertThat(english.values()).noneMatch(text -> text.toString().matches(".*[а-яА-ЯёЁ].*"));
    }

    @Test
    void whatIsSaidIsKnownAndNothingElse() throws IOException {
        Set<String> said = new TreeSet<>();
        said.addAll(found(TEMPLATES, IN_TEMPLATE));
        said.addAll(found(CODE, IN_CODE));
        Arrays.stream(HardwareCase.State.values()).forEach(state -> said.add("availability.repair." + state));
        HAPPENINGS.forEach(kind -> said.add("availability.kind." + kind));

        assertThat(said).isEqualTo(new TreeSet<>(russian.stringPropertyNames()));
    }

    private static Set<String> found(Path folder, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(key -> found.add(key.group(1)));
            }
        }
        return found;
    }

    private static Properties words(String bundle) {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                AvailabilityWordsTest.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
