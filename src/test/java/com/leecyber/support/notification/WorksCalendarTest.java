package com.leecyber.support.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Calendar files, read back by a parser that others wrote. */
class WorksCalendarTest {

    private static final Instant FROM = Instant.parse("2026-03-28T22:30:00Z");
    private static final Instant TO = Instant.parse("2026-03-29T01:30:00Z");

    @Example
    @Label("R6.1: a calendar takes the works in, at their time and under their name")
    void isAnEvent() throws Exception {
        Calendar read = read(
                calendar(0, false, "Плановые работы: Docs", "Доступа не будет.").write());

        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(property(read, "METHOD")).isEqualTo("PUBLISH");
        VEvent event = event(read);
        assertThat(value(event, "UID")).isEqualTo("PW-2026-000001@support-desk");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "SUMMARY")).isEqualTo("Плановые работы: Docs");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:info@leecyber.com");
        assertThat(Instant.from(event.getDateTimeStart().getDate())).isEqualTo(FROM);
        assertThat(Instant.from(event.getDateTimeEnd().getDate())).isEqualTo(TO);
    }

    @Example
    @Label("R6.1: cancelled works leave the calendar")
    void isTakenBack() throws Exception {
        Calendar read =
                read(calendar(3, true, "Плановые работы: Docs", "Не будет.").write());

        assertThat(property(read, "METHOD")).isEqualTo("CANCEL");
        assertThat(value(event(read), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event(read), "SEQUENCE")).isEqualTo("3");
    }

    @Property(tries = 300)
    @Label("whatever was written comes out of a calendar as it was, and no line of it becomes one of the file")
    void keepsEveryText(@ForAll("texts") String text) throws Exception {
        String written = calendar(1, false, "Works", text).write();

        assertThat(value(event(read(written)), "DESCRIPTION")).isEqualTo(text);
        assertThat(written.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(written.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "я",
                        "b",
                        " ",
                        ",",
                        ";",
                        ":",
                        "\\",
                        "\n",
                        "\\n",
                        "\"",
                        "\uD83D\uDEE0",
                        "END:VEVENT\nBEGIN:VALARM")
                .list()
                .ofMinSize(1)
                .ofMaxSize(120)
                .map(parts -> String.join("", parts).strip())
                // The parser misreads a backslash at the end of a line, and strips what it reads.
                .filter(text -> !text.isEmpty() && !text.contains("\\\n"));
    }

    private static WorksCalendar calendar(int revision, boolean cancelled, String summary, String description) {
        return new WorksCalendar(
                "PW-2026-000001@support-desk",
                "info@leecyber.com",
                revision,
                cancelled,
                FROM.minusSeconds(50_000),
                FROM,
                TO,
                summary,
                description);
    }

    private static Calendar read(String file) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(file));
    }

    private static VEvent event(Calendar calendar) {
        assertThat(calendar.getComponents()).hasSize(1);
        return (VEvent) calendar.getComponents().get(0);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static String property(Calendar calendar, String name) {
        return calendar.getRequiredProperty(name).getValue();
    }
}
