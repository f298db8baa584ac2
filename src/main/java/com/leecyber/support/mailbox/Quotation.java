package com.leecyber.support.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what a mail says from what it repeats: earlier mails and the signature, as Russian and English mail clients put
 * them. What is not surely repeated counts as said.
 *
 * @param said the new text
 * @param quoted the rest, in its order; empty when there is none
 */
record Quotation(String said, String quoted) {

    private static final int LONGEST_LINE = 1_000;
    private static final int SIGNATURE_LINES = 12;
    private static final int ATTRIBUTION_LINES = 3;

    private static final Pattern FORWARDED =
            Pattern.compile("^\\s*(fwd?|fw|пересл|пер|wg)\\s*:", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern HISTORY = pattern("^[-_\\s]{3,}(original message|исходное сообщение|исходное письмо|"
            + "original appointment|ответ на сообщение|ответное сообщение)[-_\\s]{3,}$");
    private static final Pattern WROTE = pattern(
            "(wrote|writes|пишет|писал|написал|писал\\(а\\)|написал\\(а\\)|написала" + "|писала|написали)\\s*:\\s*$");
    private static final Pattern DATE = pattern(
            "(\\b\\d{4}\\b.*\\b\\d{1,2}:\\d{2}|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b|\\b\\d{1,2}:\\d{2}\\b.*\\b\\d{4}\\b)");
    private static final Pattern ADDRESS = pattern("<[^<>\\s@]+@[^<>\\s@]+>");
    private static final Pattern FROM = pattern("^\\*?(from|от|от кого|отправитель)\\s*:\\*?\\s*\\S.*$");
    private static final Pattern BLOCK =
            pattern("^\\*?(sent|date|to|cc|subject|отправлено|дата|кому|копия|тема|" + "послано)\\s*:\\*?.*$");
    private static final Pattern RULE = pattern("^\\s*_{10,}\\s*$");
    private static final Pattern DEVICE =
            pattern("^(отправлено (с|из) |послано (с|из) |sent from |get outlook for |" + "скачать outlook ).{0,80}$");

    static boolean isForwarded(String subject) {
        return FORWARDED.matcher(subject).find();
    }

    /** Splits it. */
    static Quotation of(String text) {
        List<String> lines = text.lines().toList();
        List<String> said = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        int index = 0;
        while (index < lines.size()) {
            int history = historyAt(lines, index);
            if (history > 0) {
                quoted.addAll(lines.subList(index, lines.size()));
                break;
            }
            int attribution = attributionAt(lines, index);
            if (attribution > 0) {
                int end = endOfMarked(lines, index + attribution);
                boolean marked = end > index + attribution;
                if (marked && isMarkedLater(lines, end)) {
                    // Answers between the lines of what they answer make sense together only.
                    said.addAll(lines.subList(index, lines.size()));
                    break;
                }
                end = marked ? end : lines.size();
                quoted.addAll(lines.subList(index, end));
                index = end;
                continue;
            }
            if (isSignature(lines, index)) {
                quoted.addAll(lines.subList(index, lines.size()));
                break;
            }
            said.add(lines.get(index));
            index++;
        }
        int trailing = withoutDevice(said, trailingMarked(said));
        quoted.addAll(0, said.subList(trailing, said.size()));
        return new Quotation(
                String.join("\n", said.subList(0, trailing)).strip(),
                String.join("\n", quoted).strip());
    }

    private static int historyAt(List<String> lines, int index) {
        String line = lines.get(index);
        if (line.length() > LONGEST_LINE) {
            return 0;
        }
        if (HISTORY.matcher(line.strip()).matches()) {
            return 1;
        }
        int from = RULE.matcher(line).matches() ? nextFilled(lines, index + 1) : index;
        return from < lines.size() && isHeaderBlock(lines, from) ? 1 : 0;
    }

    /** As Outlook puts it: who, when, to whom, about what. */
    private static boolean isHeaderBlock(List<String> lines, int index) {
        String first = lines.get(index).strip();
        if (first.length() > LONGEST_LINE || !FROM.matcher(first).matches()) {
            return false;
        }
        long others = lines.subList(index + 1, Math.min(lines.size(), index + 8)).stream()
                .map(String::strip)
                .filter(line ->
                        line.length() <= LONGEST_LINE && BLOCK.matcher(line).matches())
                .count();
        return others >= 2;
    }

    /** How many lines say who wrote what follows; 0 when these do not. */
    private static int attributionAt(List<String> lines, int index) {
        if (lines.get(index).isBlank() || lines.get(index).startsWith(">")) {
            return 0;
        }
        StringBuilder together = new StringBuilder();
        for (int count = 1; count <= ATTRIBUTION_LINES && index + count <= lines.size(); count++) {
            String line = lines.get(index + count - 1).strip();
            together.append(line).append(' ');
            if (line.isEmpty() || together.length() > LONGEST_LINE) {
                return 0;
            }
            if (line.endsWith(":") && saysWho(together.toString().strip(), markedFollows(lines, index + count))) {
                return count;
            }
        }
        return 0;
    }

    private static boolean saysWho(String line, boolean markedFollows) {
        boolean wrote = WROTE.matcher(line).find();
        boolean dated = DATE.matcher(line).find();
        boolean addressed = ADDRESS.matcher(line).find();
        return markedFollows ? wrote || dated || addressed : dated && (wrote || addressed);
    }

    private static boolean markedFollows(List<String> lines, int index) {
        int next = nextFilled(lines, index);
        return next < lines.size() && isMarked(lines.get(next));
    }

    private static boolean isMarked(String line) {
        return line.startsWith(">");
    }

    private static int nextFilled(List<String> lines, int index) {
        int next = index;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }

    private static int endOfMarked(List<String> lines, int index) {
        int end = index;
        for (int next = index; next < lines.size(); next++) {
            if (isMarked(lines.get(next))) {
                end = next + 1;
            } else if (!lines.get(next).isBlank()) {
                break;
            }
        }
        return end;
    }

    private static boolean isMarkedLater(List<String> lines, int index) {
        return lines.subList(index, lines.size()).stream().anyMatch(Quotation::isMarked);
    }

    /** Where the marked lines at the very end begin. */
    private static int trailingMarked(List<String> lines) {
        int begin = lines.size();
        for (int index = lines.size() - 1; index >= 0; index--) {
            if (isMarked(lines.get(index))) {
                begin = index;
            } else if (!lines.get(index).isBlank()) {
                break;
            }
        }
        return begin;
    }

    /** Some clients put their own line between the text and what it answers. */
    private static int withoutDevice(List<String> lines, int end) {
        int last = end - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        return last >= 0 && isDevice(lines.get(last)) ? last : end;
    }

    private static boolean isDevice(String line) {
        return line.length() <= LONGEST_LINE && DEVICE.matcher(line.strip()).matches();
    }

    private static boolean isSignature(List<String> lines, int index) {
        String line = lines.get(index);
        return line.equals("-- ") || line.equals("--") && lines.size() - index <= SIGNATURE_LINES;
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
