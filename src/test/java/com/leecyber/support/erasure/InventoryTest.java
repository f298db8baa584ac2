package com.leecyber.support.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.DeskTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds a column that can hold words says what erasing does to it. */
@DeskTest
class InventoryTest {

    private static final Path LIST = Path.of("docs", "personal-data.txt");

    private static final String WORDY = "select c.table_name || '.' || c.column_name from information_schema.columns c"
            + " join information_schema.tables t using (table_schema, table_name) where table_schema = 'public'"
            + " and t.table_type = 'BASE TABLE' and t.table_name not like 'act\\_%' and t.table_name not like 'flyway%'"
            + " and c.udt_name in ('varchar', 'text', 'bytea', 'json', 'jsonb', '_varchar', '_text') order by 1";

    @Autowired
    JdbcClient database;

    @Test
    void everyColumnThatCanHoldWordsIsInTheList() throws IOException {
        Map<String, String> list = Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .collect(Collectors.toMap(line -> line[1], line -> line[0]));

        List<String> columns = database.sql(WORDY).query(String.class).list();

        assertThat(list.values()).containsOnlyElementsOf(Set.of("erased", "removed", "kept"));
        assertThat(list.keySet()).as("docs/personal-data.txt").containsAll(columns);
    }
}
