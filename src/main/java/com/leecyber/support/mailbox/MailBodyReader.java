package com.leecyber.support.mailbox;

import com.leecyber.support.ticket.Attachments;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Walks through the parts of one mail and gathers what it says and which files it brings; bounded in every direction. */
final class MailBodyReader {

    static final int PARTS = 1_000;
    private static final int DEPTH = 20;
    private static final int TEXT_LENGTH = 2_000_000;
    /** More than a ticket may have: the rest is named in a note. */
    private static final int FILES = 2 * Attachments.MAXIMUM_COUNT;
    /** Beyond that nobody looks for quotations: no text of a ticket is that long. */
    private static final int SPLIT_LENGTH = 200_000;

    private final boolean forwarded;
    private final StringBuilder said = new StringBuilder();
    private final StringBuilder quoted = new StringBuilder();
    private final StringBuilder whole = new StringBuilder();
    private final List<MailFile> files = new ArrayList<>();
    private final List<MailNote> notes = new ArrayList<>();
    private int parts;
    private int filesLeft;

    private MailBodyReader(boolean forwarded) {
        this.forwarded = forwarded;
    }

    /**
     * Reads a raw mail.
     *
     * @param subject tells whether it forwards another one
     */
    static MailBody read(byte[] raw, String subject) {
        MailBodyReader reader = new MailBodyReader(Quotation.isForwarded(subject));
        try {
            // A session of its own would look for providers in every jar, for each mail.
            reader.walk(new MimeMessage((Session) null, new SharedByteArrayInputStream(raw)), 0, false);
        } catch (MessagingException | RuntimeException unreadable) {
            reader.note("mailbox.note.unreadable");
        }
        return reader.body();
    }

    private MailBody body() {
        if (filesLeft > 0) {
            note("mailbox.note.files-left", filesLeft);
        }
        return new MailBody(
                said.toString().strip(),
                quoted.toString().strip(),
                whole.toString().strip(),
                List.copyOf(files),
                List.copyOf(notes));
    }

    /** @param told whether the text within was read elsewhere, so that only files count */
    private void walk(MimePart part, int depth, boolean told) {
        if (++parts > PARTS || depth > DEPTH) {
            note("mailbox.note.parts");
            return;
        }
        String type = PartContent.type(part);
        if (type.startsWith("multipart/")) {
            walkAll(part, type, depth, told);
        } else if (!isText(part, type)) {
            file(part, type);
        } else if (!told) {
            text(part, type);
        }
    }

    private void walkAll(MimePart parent, String type, int depth, boolean told) {
        List<MimePart> children = children(parent);
        if (children.isEmpty() && !told) {
            // Its boundary is nowhere: whatever stands there is text.
            text(parent, "text/plain");
        }
        MimePart preferred = type.equals("multipart/alternative") ? plainAlternative(children) : null;
        for (MimePart child : children) {
            if (parts > PARTS) {
                return;
            }
            walk(child, depth + 1, told || preferred != null && child != preferred);
        }
    }

    /** The same text twice is read once: as plain text, unless there is none worth reading. */
    private static MimePart plainAlternative(List<MimePart> children) {
        return children.stream()
                .filter(child -> isText(child, PartContent.type(child)))
                .filter(child -> PartContent.type(child).equals("text/plain"))
                .filter(child -> !PartContent.text(
                                child, PartContent.bytes(child, 10_000).content(), 10_000)
                        .isBlank())
                .findFirst()
                .orElse(null);
    }

    private static List<MimePart> children(MimePart part) {
        List<MimePart> children = new ArrayList<>();
        try {
            MimeMultipart multipart = new MimeMultipart(new MimePartDataSource(part));
            for (int index = 0; index < multipart.getCount(); index++) {
                children.add((MimeBodyPart) multipart.getBodyPart(index));
            }
        } catch (MessagingException | RuntimeException unreadable) {
            // The parts that were found count.
        }
        return children;
    }

    private static boolean isText(MimePart part, String type) {
        return (type.equals("text/plain") || type.equals("text/html"))
                && !PartContent.isAttachment(part)
                && PartContent.name(part).isEmpty();
    }

    private void text(MimePart part, String type) {
        if (whole.length() >= TEXT_LENGTH) {
            note("mailbox.note.text-left");
            return;
        }
        PartContent.Bytes bytes = PartContent.bytes(part, 4 * TEXT_LENGTH);
        if (bytes.damaged()) {
            note("mailbox.note.damaged");
        }
        String text = Storable.text(PartContent.text(part, bytes.content(), TEXT_LENGTH));
        if (type.equals("text/html")) {
            HtmlText html = HtmlText.read(text, forwarded);
            add(whole, html.said());
            add(whole, html.quoted());
            split(html.said());
            add(quoted, html.quoted());
        } else {
            add(whole, text);
            split(text);
        }
    }

    private void split(String text) {
        if (forwarded) {
            add(said, text);
            return;
        }
        String beginning = Storable.beginning(text, SPLIT_LENGTH);
        Quotation split = Quotation.of(beginning);
        add(said, split.said());
        add(quoted, split.quoted());
        add(split.quoted().isEmpty() ? said : quoted, text.substring(beginning.length()));
    }

    private void file(MimePart part, String type) {
        if (files.size() == FILES) {
            filesLeft++;
            return;
        }
        String name = PartContent.name(part).orElseGet(() -> "file-" + (files.size() + 1) + ending(type));
        PartContent.Bytes bytes = PartContent.bytes(part, Attachments.MAXIMUM_SIZE + 1);
        if (bytes.damaged()) {
            note("mailbox.note.file-damaged", name);
        }
        if (bytes.content().length > Attachments.MAXIMUM_SIZE) {
            note("mailbox.note.file-too-large", name, Attachments.MAXIMUM_SIZE / 1024 / 1024);
        } else if (bytes.content().length > 0) {
            files.add(new MailFile(name, bytes.content()));
        }
    }

    private static String ending(String type) {
        return switch (type) {
            case "message/rfc822" -> ".eml";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/gif" -> ".gif";
            case "application/pdf" -> ".pdf";
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "text/calendar" -> ".ics";
            default -> "";
        };
    }

    private void note(String key, Object... arguments) {
        boolean noted = notes.stream()
                .anyMatch(note ->
                        note.key().equals(key) && List.of(note.arguments()).equals(List.of(arguments)));
        if (!noted && notes.size() < 20) {
            notes.add(new MailNote(key, arguments));
        }
    }

    private static void add(StringBuilder text, String more) {
        if (!more.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(more);
        }
    }
}
