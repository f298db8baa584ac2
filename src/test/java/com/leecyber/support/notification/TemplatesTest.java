package com.leecyber.support.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.editable.EditableFile;
import com.leecyber.support.editable.UnusableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TemplatesTest {

    private static final String SHIPPED = "forms/notifications";

    @TempDir
    Path folder;

    static Stream<Arguments> everyText() {
        return Stream.of(NotificationKind.values())
                .flatMap(kind -> Templates.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void everyShippedTextSaysNumberAndClauseAndLeavesNoPlaceholder(NotificationKind kind, String language) {
        Map<String, String> values = new HashMap<>();
        kind.placeholders().forEach(name -> values.put(name, "<" + name + ">"));
        values.put("number", "SD-2026-000123");

        MailText mail = shipped().render(kind, Locale.forLanguageTag(language), values);

        assertThat(mail.subject() + mail.body()).doesNotContain("{{", "&lt;");
        if (kind.placeholders().contains("number")) {
            assertThat(mail.subject()).contains("SD-2026-000123");
            assertThat(mail.body()).contains("SD-2026-000123");
        }
        kind.placeholders().stream()
                .filter(List.of(
                        "clause",
                        "text",
                        "question",
                        "due",
                        "closesAt",
                        "release",
                        "panel",
                        "promise",
                        "count",
                        "lines")::contains)
                .forEach(name -> assertThat(mail.subject() + mail.body()).contains(values.get(name)));
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        MailTemplate template = read("Тема: {{subject}}\n\n{{text}}", NotificationKind.REPLY);

        MailText mail = template.render(Map.of("subject", "{{number}}", "text", "{{{secret}}} <b>&amp;"));

        assertThat(mail).isEqualTo(new MailText("{{number}}", "{{{secret}}} <b>&amp;\n"));
    }

    @Test
    void aSubjectIsOneLineOfAtMostTwoHundredCharacters() {
        MailTemplate template = read("Subject: {{subject}}\n\nx", NotificationKind.REPLY);

        String subject = template.render(Map.of("subject", "a\r\nb\u2028c\u0085d" + "😀".repeat(200)))
                .subject();

        assertThat(subject).startsWith("a b c d😀").endsWith("😀…").hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Тема: {{nummer}}~~x | reply.ru.txt, line 1: unknown placeholder {{nummer}}; this text can use customer,",
                "Тема: x~~раз~{{due}} | reply.ru.txt, line 4: unknown placeholder {{due}}",
                "Тема: x~~{{#number}}да{{/number}} | reply.ru.txt, line 3: {{#number}}: only plain",
                "Тема: x~~{{>other}} | reply.ru.txt, line 3: {{>other}}: other files",
                "Тема: x~~{{number | reply.ru.txt, line 3: a placeholder is not closed",
                "Тема: x~~number}} | reply.ru.txt, line 3: a placeholder is not closed",
                "Привет~~x | reply.ru.txt, line 1: must be",
                "Тема: x~сразу текст | reply.ru.txt, line 2: must be empty",
                "Тема: x~~ | reply.ru.txt, line 3: the text is missing",
                "'' | reply.ru.txt, line 1: must be"
            })
    void aBrokenTextIsRefusedByFileLineAndPlaceholder(String text, String complaint) {
        assertThatThrownBy(() -> read(text.replace('~', '\n'), NotificationKind.REPLY))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void theDeskDoesNotStartWithATextMissing() throws IOException {
        copyShipped();
        Files.delete(folder.resolve("reminder.en.txt"));

        assertThatThrownBy(this::ofFolder).isInstanceOf(UnusableFile.class).hasMessageContaining("reminder.en.txt");
    }

    @Test
    void aTextInAnotherEncodingIsRefused() throws IOException {
        copyShipped();
        Files.write(folder.resolve("reply.ru.txt"), "Тема: x\n\nПривет".getBytes(Charset.forName("windows-1251")));

        assertThatThrownBy(this::ofFolder).hasMessageContaining("reply.ru.txt: must be saved as UTF-8");
    }

    @Test
    void aChangedTextIsUsedAtOnceAndABrokenOneIsNot() throws IOException {
        copyShipped();
        Templates templates = ofFolder();

        change("\uFEFFТема: Новое\r\n\r\nНовый текст {{number}}\r\n", 1);
        assertThat(reply(templates)).isEqualTo(new MailText("Новое", "Новый текст 5\n"));

        change("Тема: Ещё\n\n{{nummer}}", 2);
        assertThat(reply(templates).subject()).as("the broken one stays out").isEqualTo("Новое");

        change("Тема: Починено\n\n{{number}}", 3);
        assertThat(reply(templates).subject()).isEqualTo("Починено");
    }

    @ParameterizedTest
    @CsvSource({
        "from, 'a@x.example, b@x.example'",
        "shift-lead, nobody",
        "zone, Europe/Nowhere",
        "panel-address, 'https://dash.leecyber.com/ x'",
        "message-id-domain, 'a>b'"
    })
    void settingsThatMakeNoSenseStopTheStart(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value))).isInstanceOf(BindException.class);
    }

    @Test
    void thePanelsAddressCanNameTheTicket() {
        NotificationSettings settings = settings(Map.of("panel-address", "https://dash.leecyber.com/support/{number}"));

        assertThat(settings.panelOf("SD-2026-000001")).isEqualTo("https://dash.leecyber.com/support/SD-2026-000001");
    }

    private static MailTemplate read(String text, NotificationKind kind) {
        return MailTemplate.read(new EditableFile("reply.ru.txt", "forms/reply.ru.txt", text), kind);
    }

    private static MailText reply(Templates templates) {
        return templates.render(
                NotificationKind.REPLY,
                Locale.forLanguageTag("ru"),
                Map.of("number", "5", "subject", "s", "customer", "c", "panel", "p", "text", "t"));
    }

    private static Templates shipped() {
        return new Templates(settings(Map.of()));
    }

    private Templates ofFolder() {
        return new Templates(settings(Map.of("templates", "file:" + folder)));
    }

    private static NotificationSettings settings(Map<String, String> values) {
        Map<String, String> properties = new HashMap<>();
        values.forEach((name, value) -> properties.put("support.notifications." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("support.notifications", NotificationSettings.class);
    }

    private void copyShipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(SHIPPED))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** With a time of its own: two changes within one tick of the file system's clock are still two. */
    private void change(String text, int minute) throws IOException {
        Path file = folder.resolve("reply.ru.txt");
        Files.writeString(file, text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute)));
    }
}
