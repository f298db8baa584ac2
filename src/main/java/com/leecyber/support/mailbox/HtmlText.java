package com.leecyber.support.mailbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * A mail in HTML as plain text: paragraphs, lists, tables and the addresses of links stay, everything that a browser would
 * run, draw or fetch goes. Nothing is ever fetched.
 *
 * @param said what stands outside the parts that the mail client marked as repeated
 * @param quoted what stands inside
 */
record HtmlText(String said, String quoted) {

    private static final int LONGEST = 500_000;
    private static final int LINKS = 200;
    private static final int LINK_LENGTH = 500;

    private static final Set<String> DROPPED = Set.of(
            "head",
            "script",
            "style",
            "svg",
            "math",
            "meta",
            "base",
            "link",
            "title",
            "iframe",
            "frame",
            "object",
            "embed",
            "applet",
            "noscript",
            "template",
            "audio",
            "video",
            "canvas",
            "input",
            "button",
            "select",
            "textarea");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table");
    private static final Set<String> LINES =
            Set.of("div", "tr", "li", "section", "article", "header", "footer", "dt", "dd", "hr", "center", "form");

    /** How mail clients mark what they repeat, and signatures. */
    private static final Set<String> REPEATED = Set.of(
            "gmail_quote_container",
            "gmail_quote",
            "gmail_signature",
            "yahoo_quoted",
            "moz-cite-prefix",
            "moz-signature",
            "protonmail_quote");

    /** From where on everything is repeated. */
    private static final Set<String> DIVIDERS =
            Set.of("appendonsend", "divRplyFwdMsg", "mail-editor-reference-message-container");

    /**
     * Reads it.
     *
     * @param forwarded whether the repeated mail is what the sender wants to tell: then it is no quotation
     */
    static HtmlText read(String html, boolean forwarded) {
        Document document = Jsoup.parse(Storable.beginning(html, LONGEST));
        Writer writer = new Writer(forwarded);
        document.body().filter(writer);
        return new HtmlText(Writer.text(writer.said), Writer.text(writer.quoted));
    }

    private static boolean isRepeated(Element element) {
        return element.classNames().stream().anyMatch(REPEATED::contains)
                || element.normalName().equals("blockquote")
                        && element.attr("type").equalsIgnoreCase("cite");
    }

    private static final class Writer implements NodeFilter {

        private final StringBuilder said = new StringBuilder();
        private final StringBuilder quoted = new StringBuilder();
        private final boolean forwarded;
        private StringBuilder text = said;
        /** Within which everything is repeated; null outside. */
        private Element repeated;

        private int links;

        private Writer(boolean forwarded) {
            this.forwarded = forwarded;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (insidePre(node)) {
                    text.append(words.getWholeText());
                } else {
                    addWords(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
                }
            } else if (node instanceof Element element) {
                if (DROPPED.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                turnToRepeated(element);
                begin(element.normalName());
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                end(element);
                if (element == repeated) {
                    repeated = null;
                    text = said;
                }
            }
            return FilterResult.CONTINUE;
        }

        private void turnToRepeated(Element element) {
            if (forwarded || text == quoted) {
                return;
            }
            if (DIVIDERS.contains(element.id())) {
                text = quoted;
            } else if (isRepeated(element)) {
                repeated = element;
                text = quoted;
            }
            if (text == quoted) {
                breakLines(2);
            }
        }

        private void end(Element element) {
            String name = element.normalName();
            if (name.equals("a")) {
                addAddress(element);
            } else if (name.equals("td") || name.equals("th")) {
                addWords(" ");
            } else if (PARAGRAPHS.contains(name)) {
                breakLines(2);
            } else if (LINES.contains(name)) {
                breakLines(1);
            }
        }

        static String text(StringBuilder text) {
            return text.toString()
                    .replaceAll("[ \\t]+\\n", "\n")
                    .replaceAll("\\n{3,}", "\n\n")
                    .strip();
        }

        private void begin(String name) {
            if (name.equals("br")) {
                text.append('\n');
            } else if (name.equals("li")) {
                breakLines(1);
                text.append("- ");
            } else if (PARAGRAPHS.contains(name)) {
                breakLines(2);
            } else if (LINES.contains(name)) {
                breakLines(1);
            }
        }

        private void addWords(String words) {
            boolean spaced = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            text.append(spaced && words.startsWith(" ") ? words.substring(1) : words);
        }

        private void addAddress(Element link) {
            String address = Storable.line(link.attr("href"), LINK_LENGTH);
            boolean readable =
                    address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
            boolean shown =
                    link.text().strip().equals(address) || link.text().strip().equals(address + "/");
            if (readable && !shown && links++ < LINKS) {
                addWords(" (" + address + ")");
            }
        }

        private void breakLines(int count) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            text.setLength(end);
            int breaks = 0;
            while (breaks < end && text.charAt(end - 1 - breaks) == '\n') {
                breaks++;
            }
            if (end > 0) {
                text.append("\n".repeat(Math.max(0, count - breaks)));
            }
        }

        private static boolean insidePre(Node node) {
            return node.parent() instanceof Element parent
                    && parent.normalName().equals("pre");
        }
    }
}
