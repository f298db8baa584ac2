package com.leecyber.support.inspection;

import com.leecyber.support.audit.JournalExport;
import com.leecyber.support.proof.JournalEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal to take away and to verify elsewhere. */
@Controller
class JournalController {

    private final JournalExport journal;
    private final MessageSource messages;
    private final ZoneId zone;

    JournalController(
            JournalExport journal,
            MessageSource messages,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.journal = journal;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * All entries, or those of the chains that grew in a period, one line of JSON each; written as they are read.
     *
     * @param from see {@link JournalPeriod#of}
     * @param to likewise
     */
    @GetMapping("/audit/journal.jsonl")
    void journal(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        JournalPeriod period = JournalPeriod.of(from, to, zone);
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"journal.jsonl\"");
        Writer lines = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        if (period.isWhole()) {
            journal.all(writing(lines));
        } else {
            journal.touched(period.from(), period.to(), writing(lines));
        }
        lines.flush();
    }

    private static Consumer<JournalEntry> writing(Writer lines) {
        return entry -> {
            try {
                lines.write(entry.line());
                lines.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(JournalPeriod.Wrong wrong, Locale language) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(messages.getMessage("audit.proof.period-wrong", new Object[] {wrong.getMessage()}, language));
    }

    /** Nobody reads on. */
    @ExceptionHandler
    void gone(UncheckedIOException gone) {
        // The answer has begun, so there is nothing left to say.
    }
}
