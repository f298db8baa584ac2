package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Agents read Tasklist in Russian, whole: a new Camunda version that adds a label is noticed here. */
class TasklistLocaleTest {

    private static final String LOCALES = "/META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final Pattern KEPT = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|%[ds]|</?(?:a|br)\\b[^>]*>|&\\w+;");

    private final Map<String, String> english = textsOf("en.json");
    private final Map<String, String> russian = textsOf("ru.json");

    @Test
    void everyTextThatCamundaShipsIsThereInRussianAndNoneBesides() {
        assertThat(russian).containsOnlyKeys(english.keySet());
        assertThat(russian.keySet())
                .filteredOn(key -> key.startsWith("/labels/"))
                .hasSizeGreaterThan(400);
    }

    @Test
    void noRussianTextIsEmptyUnlessTheEnglishOneIs() {
        assertThat(russian)
                .allSatisfy((key, text) -> assertThat(text.isBlank())
                        .as(key)
                        .isEqualTo(english.get(key).isBlank()));
    }

    @Test
    void placeholdersLinksAndLineBreaksAreKept() {
        assertThat(russian)
                .allSatisfy((key, text) -> assertThat(kept(text)).as(key).isEqualTo(kept(english.get(key))));
    }

    private static List<String> kept(String text) {
        return KEPT.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("\\s", ""))
                .sorted()
                .toList();
    }

    private static Map<String, String> textsOf(String file) {
        try (InputStream stream = TasklistLocaleTest.class.getResourceAsStream(LOCALES + file)) {
            // The shipped file begins with a byte order mark, which is no part of JSON.
            String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            Map<String, String> texts = new TreeMap<>();
            collect("", new ObjectMapper().readTree(json), texts);
            return texts;
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(path + "/" + index, node.get(index), texts);
            }
        } else {
            node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), texts));
        }
    }
}
