package com.leecyber.support.erasure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every column of every table that the desk can read, as mails and files may have written them. */
public final class Traces {

    private Traces() {}

    /** The columns that hold any of these words, as {@code table.column}. */
    public static TreeSet<String> of(JdbcClient database, String... words) {
        record Column(String table, String name, String type) {}
        String[] forms = Stream.of(words)
                .flatMap(word -> Stream.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)))
                .distinct()
                .flatMap(word -> forms(word.getBytes(StandardCharsets.UTF_8)))
                .map(form -> HexFormat.of().formatHex(form))
                .toArray(String[]::new);
        List<Column> columns = database.sql(
                        "select c.table_name as \"table\", c.column_name as name, c.udt_name as type"
                                + " from information_schema.columns c join information_schema.tables t using (table_schema, table_name)"
                                + " where table_schema = 'public' and t.table_type = 'BASE TABLE'")
                .query(Column.class)
                .list();
        TreeSet<String> found = new TreeSet<>();
        for (Column column : columns) {
            String quoted = "\"" + column.name() + "\"";
            // What was encoded, too: a text may hold a mail, and a file a text.
            String bytes = column.type().equals("bytea") ? quoted : "convert_to(cast(" + quoted + " as text), 'UTF8')";
            boolean there = database.sql("select exists (select 1 from \"" + column.table()
                            + "\", unnest(:forms) as form where position(decode(form, 'hex') in " + bytes + ") > 0)")
                    .param("forms", forms)
                    .query(Boolean.class)
                    .single();
            if (there) {
                found.add(column.table() + "." + column.name());
            }
        }
        return found;
    }

    /** As it is, in quoted-printable, and in base64 wherever it may begin. */
    private static Stream<byte[]> forms(byte[] word) {
        StringBuilder quoted = new StringBuilder();
        for (byte each : word) {
            quoted.append(each >= 0 ? "" + (char) each : "=%02X".formatted(each & 0xff));
        }
        return Stream.concat(
                Stream.of(word, quoted.toString().getBytes(StandardCharsets.US_ASCII)),
                Stream.of(0, 1, 2).map(shift -> base64(word, shift)));
    }

    /** Only those characters that no neighbour has a part in. */
    private static byte[] base64(byte[] word, int shift) {
        ByteArrayOutputStream shifted = new ByteArrayOutputStream();
        shifted.writeBytes(new byte[shift]);
        shifted.writeBytes(word);
        String encoded = Base64.getEncoder().encodeToString(shifted.toByteArray());
        int begin = (shift * 8 + 5) / 6;
        int end = (shift + word.length) * 8 / 6;
        return encoded.substring(begin, end).getBytes(StandardCharsets.US_ASCII);
    }
}
