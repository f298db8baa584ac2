package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/auditor.md lists every kind of entry, once, and no other. */
class AuditorsTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

    @Test
    void everyKindOfEntryIsExplained() throws IOException {
        List<String> explained = ROW.matcher(Files.readString(Path.of("docs/auditor.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(EventKind.values()).map(Enum::name).toList());
    }
}
