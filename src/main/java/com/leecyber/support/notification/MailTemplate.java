package com.leecyber.support.notification;

import com.leecyber.support.editable.EditableFile;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One text of a notification: a subject and a body with placeholders. */
final class MailTemplate {

    private static final int LONGEST_SUBJECT = 200;

    private static final Pattern SUBJECT = Pattern.compile("(Тема|Subject):\\s*\\S.*");

    // A value is put in as it is, never read as a template again; mails are plain text, so nothing is escaped.
    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);

    private final Template subject;
    private final Template body;

    private MailTemplate(Template subject, Template body) {
        this.subject = subject;
        this.body = body;
    }

    /**
     * Reads a file: {@code Тема: …} or {@code Subject: …}, an empty line, the body.
     *
     * @throws com.leecyber.support.editable.UnusableFile when it is built otherwise or uses a placeholder that its kind
     *     does not have
     */
    static MailTemplate read(EditableFile file, NotificationKind kind) {
        List<String> lines = file.lines();
        if (lines.isEmpty() || !SUBJECT.matcher(lines.get(0)).matches()) {
            throw file.unusable(1, "must be «Тема: …» or «Subject: …»");
        }
        if (lines.size() < 2 || !lines.get(1).isBlank()) {
            throw file.unusable(2, "must be empty");
        }
        String body = String.join("\n", lines.subList(2, lines.size())).strip();
        if (body.isEmpty()) {
            throw file.unusable(3, "the text is missing");
        }
        String subject = lines.get(0).substring(lines.get(0).indexOf(':') + 1).strip();
        checkEveryLine(file, lines, kind.placeholders());
        return new MailTemplate(compile(file, subject), compile(file, body + "\n"));
    }

    /** Puts the values in. */
    MailText render(Map<String, String> values) {
        return new MailText(OneLine.of(subject.execute(values), LONGEST_SUBJECT), body.execute(values));
    }

    /** Line by line, so that a complaint can name the line; no placeholder spans two of them. */
    private static void checkEveryLine(EditableFile file, List<String> lines, Set<String> known) {
        for (int index = 0; index < lines.size(); index++) {
            int line = index + 1;
            try {
                COMPILER.compile(lines.get(index)).visit(new OnlyKnown(file, line, known));
            } catch (MustacheException e) {
                throw file.unusable(line, "a placeholder is not closed or not opened; write {{number}}");
            }
            if (lines.get(index).replaceAll("\\{\\{[^{}]*}}", "").matches(".*(\\{\\{|}}).*")) {
                throw file.unusable(line, "a placeholder is not closed or not opened; write {{number}}");
            }
        }
    }

    private static Template compile(EditableFile file, String text) {
        try {
            return COMPILER.compile(text);
        } catch (MustacheException e) {
            throw file.unusable(e.getMessage());
        }
    }

    /** Texts name values; they have no sections, no other files, no logic. */
    private record OnlyKnown(EditableFile file, int line, Set<String> known) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            if (!known.contains(name)) {
                throw file.unusable(
                        line, "unknown placeholder {{" + name + "}}; this text can use " + String.join(", ", known));
            }
        }

        @Override
        public boolean visitInclude(String name) {
            throw file.unusable(line, "{{>" + name + "}}: other files cannot be included");
        }

        @Override
        public boolean visitParent(String name) {
            return visitInclude(name);
        }

        @Override
        public boolean visitBlock(String name) {
            return visitSection(name);
        }

        @Override
        public boolean visitSection(String name) {
            throw file.unusable(line, "{{#" + name + "}}: only plain placeholders are possible");
        }

        @Override
        public boolean visitInvertedSection(String name) {
            throw file.unusable(line, "{{^" + name + "}}: only plain placeholders are possible");
        }
    }
}
