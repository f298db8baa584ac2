package com.leecyber.support.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.leecyber.support.HttpDeskTest;
import com.leecyber.support.panel.Guest.Form;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Tickets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** Case 4 in the panel: whatever is uploaded is kept as it came, and nothing of it runs anywhere (R5.1). */
@HttpDeskTest
class PanelFilesTest {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    @LocalServerPort
    int port;

    @Autowired
    Tickets tickets;

    @Autowired
    Attachments attachments;

    Guest guest;

    @BeforeEach
    void signIn() {
        guest = Guest.signedIn(port, "romashka");
    }

    static Stream<Arguments> hostileFiles() throws IOException {
        return Stream.of(
                Arguments.of("a zip bomb", zipBomb(), "application/zip"),
                Arguments.of("a PNG that is also HTML", join(PNG, "<script>alert(1)</script>"), "image/png"),
                Arguments.of(
                        "an SVG with a script",
                        text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                        "image/svg+xml"),
                Arguments.of("a page", text("<!DOCTYPE html><script>alert(1)</script>"), "text/html"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void servesAHostileFileAsAnInertDownload(String name, byte[] content, String type) {
        String number = Guest.number(guest.register(Form.problem().file("innocent.png", content)));

        HttpResponse<byte[]> served = guest.visitor().download(onlyFileOf(number));

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
                Arguments.of("отчёт за май.txt", "отчёт за май.txt"),
                Arguments.of("inno\u200Bcent.txt", "innocent.txt"),
                Arguments.of("photo\u202Egpj.exe", "photogpj.exe"),
                Arguments.of("<img src=x onerror=alert(1)>.png", "img src=x onerror=alert(1).png"),
                Arguments.of("й".repeat(150) + ".log", "й".repeat(98) + ".log"),
                Arguments.of("..", "file"));
    }

    /** Both while a file waits for its form, and on the ticket. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("names")
    void showsANameThatIsSafe(String claimed, String shown) {
        String refused = guest.register(Form.problem().with("subject", "").file(claimed, text("x")))
                .body();
        assertThat(refused).contains(">" + shown + "<").doesNotContain("\u202E", "\u200B", "<img src=x");

        String number = Guest.number(guest.register(Form.problem().file(claimed, text("x"))));

        assertThat(attachments.of(tickets.get(number)))
                .extracting(Attachment::name)
                .containsExactly(shown);
        assertThat(guest.get(Guest.at(number)).body()).contains(">" + shown + "<");
        assertThat(header(guest.visitor().download(onlyFileOf(number)), "Content-Disposition"))
                .matches("attachment; .*filename\\*=UTF-8''[A-Za-z0-9.%_-]+");
    }

    @Test
    void takesAFileOfExactlyTheLargestSizeAndNoneBeyond() {
        String number =
                Guest.number(guest.register(Form.problem().file("full.bin", new byte[Attachments.MAXIMUM_SIZE])));
        assertThat(attachments.of(tickets.get(number))).hasSize(1);

        HttpResponse<String> refused =
                guest.register(Form.problem().file("beyond.bin", new byte[Attachments.MAXIMUM_SIZE + 1]));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Файл «beyond.bin» больше 10");
    }

    @Test
    void refusesMoreFilesThanATicketMayHaveAndKeepsThem() {
        Form form = Form.problem();
        for (int count = 0; count < 31; count++) {
            form.file(count + ".log", text("x"));
        }

        HttpResponse<String> refused = guest.register(form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("уже 30 файлов", "30.log", "Документ не открывается");
    }

    private String onlyFileOf(String number) {
        return Guest.at(number) + "/files/"
                + attachments.of(tickets.get(number)).get(0).key();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
        bytes.writeBytes(text(tail));
        return bytes.toByteArray();
    }
}
