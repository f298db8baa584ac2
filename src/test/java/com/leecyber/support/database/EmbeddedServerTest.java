package com.leecyber.support.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    private static String ask(EmbeddedServer server, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("desk"), EmbeddedServer.OWNER, "");
                var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(EmbeddedServer server, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("desk"), EmbeddedServer.OWNER, "")) {
            connection.createStatement().execute(statement);
        }
    }

    @Test
    void whatWasCommittedSurvivesAPowerCut(@TempDir Path directory) throws Exception {
        try (EmbeddedServer server =
                EmbeddedServer.over(directory.resolve("data")).withDatabase("desk")) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void dataSurviveARestart(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (EmbeddedServer first = EmbeddedServer.over(data).withDatabase("desk")) {
            tell(first, "create table kept as select 42 as answer");
        }
        try (EmbeddedServer second = EmbeddedServer.over(data).withDatabase("desk")) {
            assertThat(ask(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerThatAKilledApplicationLeftBehindIsTakenOver(@TempDir Path directory) throws SQLException, IOException {
        Path data = directory.resolve("data");
        try (EmbeddedServer left = EmbeddedServer.over(data).withDatabase("desk")) {
            EmbeddedServer next = EmbeddedServer.over(data).withDatabase("desk");

            assertThat(next.url("desk")).isEqualTo(left.url("desk"));
            assertThat(ask(next, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void whoTookAServerOverStopsItUnlessAnotherStillUsesIt(@TempDir Path directory) throws SQLException, IOException {
        Path data = directory.resolve("data");
        try (EmbeddedServer left = EmbeddedServer.over(data).withDatabase("desk")) {
            EmbeddedServer next = EmbeddedServer.over(data);
            try (Connection other = DriverManager.getConnection(left.url("desk"), EmbeddedServer.OWNER, "")) {
                next.close();
                assertThat(other.isValid(1)).isTrue();
            }

            next.close();
            assertThatThrownBy(() -> ask(left, "select 1")).isInstanceOf(SQLException.class);
        }
    }
}
