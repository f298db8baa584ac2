package com.leecyber.support.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A form: every word of it known, one script, and the parts that the desk's script looks for. */
final class FormCheck {

    private static final int DEEPEST = 40;
    private static final Set<String> BRACES = Set.of("{", "}", "[[", "]]");

    private final Report report;
    private final Deque<String> open = new ArrayDeque<>();

    private FormCheck(Report report) {
        this.report = report;
    }

    static void check(ProcessFile file, String text, Report report) {
        try {
            List<HtmlToken> tokens = HtmlLexer.read(text);
            FormCheck check = new FormCheck(report);
            for (HtmlToken token : tokens) {
                check.check(token);
            }
            if (report.isClean() && !check.open.isEmpty()) {
                report.refuse("markup", "line " + tokens.get(tokens.size() - 1).line());
            }
            if (report.isClean()) {
                new FormShape(file, report).check(tokens, text);
            }
        } catch (HtmlLexer.Odd odd) {
            report.refuse("markup", "line " + odd.line());
        }
    }

    private void check(HtmlToken token) {
        switch (token.kind()) {
            case START -> start(token);
            case END -> end(token);
            case TEXT -> text(token);
            case COMMENT -> comment(token);
        }
    }

    private void start(HtmlToken tag) {
        if (!FormWords.VOID.contains(tag.text())) {
            open.push(tag.text());
        }
        if (open.size() > DEEPEST) {
            report.refuse("too-deep", tag.place());
        }
        if (!FormWords.isElement(tag.text())) {
            report.refuse("html-element", tag.place(), tag.text());
            return;
        }
        if (tag.text().equals("script") && !isStandard(tag)) {
            report.refuse("form-script", tag.place());
            return;
        }
        tag.attributes().forEach((name, value) -> attribute(tag, name, value));
    }

    private static boolean isStandard(HtmlToken script) {
        return script.has("cam-script")
                && script.get("type").equals("text/form-script")
                && script.attributes().size() == 2;
    }

    private void attribute(HtmlToken tag, String name, String value) {
        if (!FormWords.isAttribute(tag.text(), name)) {
            report.refuse("html-attribute", tag.place(), name);
        } else if (value != null && hasBraces(value)) {
            report.refuse("interpolation", tag.place());
        } else if (!FormWords.fits(tag.text(), name, value)) {
            String shown = value == null ? "" : value;
            switch (name) {
                case "class" -> report.refuse("html-class", tag.place(), shown);
                case "name", "data-checks" ->
                    report.refuse(
                            "field",
                            tag.place(),
                            shown,
                            String.join(", ", FormWords.FIELDS.stream().sorted().toList()));
                default -> report.refuse("html-value", tag.place(), name, shown);
            }
        }
    }

    private void end(HtmlToken tag) {
        boolean closes = !open.isEmpty() && open.pop().equals(tag.text());
        // Whether an element that is refused already needed an end is not worth a word.
        if (!closes && report.isClean()) {
            report.refuse("markup", tag.place());
        }
    }

    private void text(HtmlToken text) {
        String around = open.isEmpty() ? "" : open.peek();
        if (around.equals("script")) {
            if (!text.text().equals(FormWords.SCRIPT)) {
                report.refuse("form-script", text.place());
            }
            return;
        }
        boolean nowhere = around.isEmpty() || around.equals("textarea") || around.equals("select");
        if (hasBraces(text.text())) {
            report.refuse("interpolation", text.place());
        } else if (nowhere && !(text.text().isBlank() && !around.equals("textarea"))) {
            report.refuse("markup", text.place());
        }
    }

    private void comment(HtmlToken comment) {
        String text = comment.text().toLowerCase(Locale.ROOT);
        if (text.contains("directive")
                || text.contains("[if")
                || open.contains("textarea")
                || open.contains("script")) {
            report.refuse("html-comment", comment.place());
        }
    }

    private static boolean hasBraces(String text) {
        return BRACES.stream().anyMatch(text::contains);
    }
}
