package com.leecyber.support.mailbox;

import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * A mail as a ticket can take it: a text that is never empty nor too long, with a note on whatever is missing.
 *
 * @param quoted null when it repeats nothing
 */
record MailText(String text, String quoted, List<MailFile> files) {

    private static final int NOTES_LENGTH = 3_000;
    private static final int QUOTED_LENGTH = 90_000;
    private static final int NAMES_LENGTH = 500;

    /** For a new ticket: a mail that only seems to repeat something says it. */
    static MailText ofRequest(ReceivedMail mail, MessageSource messages, Locale language) {
        return of(mail, messages, language, Attachments.MAXIMUM_COUNT, true);
    }

    /**
     * For a message of a ticket.
     *
     * @param room how many files the ticket can still take
     */
    static MailText ofReply(ReceivedMail mail, MessageSource messages, Locale language, int room) {
        return of(mail, messages, language, room, false);
    }

    private static MailText of(ReceivedMail mail, MessageSource messages, Locale language, int room, boolean request) {
        if (mail.body() == null) {
            String key = mail.mail().complete() ? "mailbox.note.unreadable" : "mailbox.note.too-large";
            return new MailText(new MailNote(key).written(messages, language), null, List.of());
        }
        MailBody body = mail.body();
        boolean repeatsOnly = body.said().isBlank() && request;
        String said = repeatsOnly ? body.whole() : body.said();
        String quoted = repeatsOnly ? "" : body.quoted();

        List<MailNote> notes = new ArrayList<>(body.notes());
        List<MailFile> files = new ArrayList<>();
        int most = Text.MESSAGE_LENGTH - NOTES_LENGTH;
        if (said.length() > most || quoted.length() > QUOTED_LENGTH) {
            notes.add(new MailNote(room > 0 ? "mailbox.note.cut" : "mailbox.note.cut-only"));
            files.add(wholeText(body, messages, language));
        }
        files.addAll(body.files());
        if (files.size() > room) {
            notes.add(new MailNote(
                    "mailbox.note.no-room",
                    Attachments.MAXIMUM_COUNT,
                    Storable.cut(
                            files.subList(room, files.size()).stream()
                                    .map(MailFile::name)
                                    .collect(Collectors.joining(", ")),
                            NAMES_LENGTH)));
            files = files.subList(0, room);
        }
        if (said.isBlank()) {
            said = messages.getMessage("mailbox.no-text", null, language);
        }
        return new MailText(
                Storable.cut(said, most) + written(notes, messages, language),
                quoted.isBlank() ? null : Storable.cut(quoted, QUOTED_LENGTH),
                List.copyOf(files));
    }

    private static MailFile wholeText(MailBody body, MessageSource messages, Locale language) {
        byte[] text = body.whole().getBytes(StandardCharsets.UTF_8);
        return new MailFile(messages.getMessage("mailbox.whole-text", null, language), text);
    }

    private static String written(List<MailNote> notes, MessageSource messages, Locale language) {
        String lines =
                notes.stream().map(note -> note.written(messages, language)).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : "\n\n" + Storable.cut(lines, NOTES_LENGTH - 2);
    }
}
