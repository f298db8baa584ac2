package com.leecyber.support.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.Visitor;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.security.ApiRole;
import com.leecyber.support.security.ApiTokens;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Case 4: whatever is uploaded is kept as it came, and nothing of it runs anywhere (R5.1). */
@HttpDeskTest
class FilesApiTest {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Customers customers;

    @Autowired
    ObjectMapper json;

    Visitor panel;
    String files;

    @BeforeEach
    void registerATicket() throws Exception {
        long customer = customers
                .findByEmailIgnoreCase("romashka@customers.example")
                .orElseThrow()
                .id();
        panel = Visitor.withToken(port, tokens.create("files", ApiRole.CUSTOMER, customer, Channel.PANEL));
        HttpResponse<String> ticket = panel.post(
                "/api/v1/tickets",
                "{\"type\": \"QUESTION\", \"service\": \"docs\", \"subject\": \"s\", \"description\": \"d\"}");
        files = ticket.headers().firstValue("Location").orElseThrow() + "/files";
    }

    static Stream<Arguments> hostileFiles() throws IOException {
        return Stream.of(
                Arguments.of("a zip bomb", zipBomb(), "application/zip"),
                Arguments.of("a PNG that is also HTML", join(PNG, "<script>alert(1)</script>"), "image/png"),
                Arguments.of(
                        "an SVG with a script",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                                .getBytes(StandardCharsets.UTF_8),
                        "image/svg+xml"),
                Arguments.of("a page", "<!DOCTYPE html><script>alert(1)</script>".getBytes(), "text/html"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void servesAHostileFileAsAnInertDownload(String name, byte[] content, String type) throws Exception {
        HttpResponse<String> kept = panel.upload(files, "innocent.png", content);

        assertThat(kept.statusCode()).isEqualTo(201);
        String href = kept.headers().firstValue("Location").orElseThrow();
        assertThat(href).matches(files + "/[0-9a-f-]{36}");
        HttpResponse<byte[]> served = panel.download(href);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(content);
        assertThat(header(served, "Content-Type")).isEqualTo(type);
        assertThat(header(served, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(served, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(served, "Content-Security-Policy")).startsWith("sandbox");
        assertThat(header(served, "Cache-Control")).contains("no-store");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("..\\\\..\\\\boot.ini", "boot.ini"),
                Arguments.of("отчёт за май.txt", "отчёт за май.txt"),
                Arguments.of("inno\u200Bcent.txt", "innocent.txt"),
                Arguments.of("photo\u202Egpj.exe", "photogpj.exe"),
                Arguments.of("..", "file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void keepsANameThatIsSafeToShow(String claimed, String shown) throws Exception {
        JsonNode kept = json.readTree(panel.upload(files, claimed, "x".getBytes(StandardCharsets.UTF_8))
                .body());

        assertThat(kept.get("name").asText()).isEqualTo(shown);
        String disposition = header(panel.download(kept.get("href").asText()), "Content-Disposition");
        assertThat(disposition).matches("attachment; .*filename\\*=UTF-8''[A-Za-z0-9.%_-]+");
    }

    @Test
    void shortensALongNameAndKeepsItsEnding() throws Exception {
        JsonNode kept = json.readTree(
                panel.upload(files, "й".repeat(150) + ".log", new byte[] {'x'}).body());

        assertThat(kept.get("name").asText()).endsWith("й.log");
        assertThat(kept.get("name").asText().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void refusesWhatIsTooLargeEmptyOrMissing() {
        assertThat(panel.upload(files, "full.bin", new byte[Attachments.MAXIMUM_SIZE])
                        .statusCode())
                .isEqualTo(201);
        for (int size : new int[] {Attachments.MAXIMUM_SIZE + 1, 20_000_000}) {
            HttpResponse<String> tooLarge = panel.upload(files, "big.bin", new byte[size]);
            assertThat(tooLarge.statusCode()).isEqualTo(413);
            assertThat(tooLarge.body()).contains("10");
        }
        assertThat(panel.upload(files, "empty.txt", new byte[0]).statusCode()).isEqualTo(400);
        HttpResponse<String> missing = panel.send(
                "POST",
                files,
                BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=b");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("\"field\":\"file\"");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] megabyte = new byte[1024 * 1024];
            for (int count = 0; count < 200; count++) {
                zip.write(megabyte);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[] head, String tail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head);
        bytes.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
