package com.leecyber.support.desk;

import com.leecyber.support.editable.EditableFile;
import com.leecyber.support.editable.UnusableFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One file of forms/knowledge/: a head between two lines of dashes, then numbered steps. */
final class ArticleFile {

    private static final String FENCE = "---";
    private static final Set<String> NAMES = Set.of("title", "services", "words");
    private static final Pattern STEP = Pattern.compile("(\\d{1,3})\\.\\s+(\\S.*)");
    private static final Pattern STEM = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private final EditableFile file;
    private final List<String> lines;
    private final Map<String, Entry> head = new LinkedHashMap<>();
    private final List<String> steps = new ArrayList<>();

    /** Reads it; {@link UnusableFile} names the line that is not as it should be. */
    ArticleFile(EditableFile file) {
        this.file = file;
        this.lines = file.lines();
        readSteps(readHead());
    }

    private record Entry(int line, String value) {}

    String title() {
        return entry("title").value();
    }

    List<String> steps() {
        return List.copyOf(steps);
    }

    /** The services that it is about; {@code all} stands for every one. */
    Set<String> services(Set<String> known) {
        for (String service : list("services")) {
            if (!known.contains(service)) {
                throw file.unusable(
                        entry("services").line(),
                        "unknown service «" + service + "»; known are " + String.join(", ", known));
            }
        }
        return Set.copyOf(list("services"));
    }

    /** The beginnings of the words that call for it, as they are compared. */
    Set<String> stems() {
        for (String stem : list("words")) {
            if (!STEM.matcher(stem).matches()) {
                throw file.unusable(
                        entry("words").line(),
                        "«" + stem + "» must be the beginning of one word, at least two letters");
            }
        }
        return Set.copyOf(list("words").stream().map(Words::plain).toList());
    }

    private List<String> list(String name) {
        return Stream.of(entry(name).value().split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private Entry entry(String name) {
        if (!head.containsKey(name)) {
            throw file.unusable(1, "the head needs «" + name + ": …»");
        }
        return head.get(name);
    }

    /** Returns the number of the line after the head. */
    private int readHead() {
        if (lines.isEmpty() || !lines.get(0).strip().equals(FENCE)) {
            throw file.unusable(1, "must be " + FENCE);
        }
        for (int line = 2; line <= lines.size(); line++) {
            String text = lines.get(line - 1).strip();
            if (text.equals(FENCE)) {
                return line + 1;
            }
            if (!text.isEmpty()) {
                readEntry(line, text);
            }
        }
        throw file.unusable(lines.size(), "the head must end with " + FENCE);
    }

    private void readEntry(int line, String text) {
        String[] parts = text.split(":", 2);
        String name = parts[0].strip();
        if (parts.length < 2 || !NAMES.contains(name) || parts[1].isBlank()) {
            throw file.unusable(line, "must be «title: …», «services: …» or «words: …»");
        }
        if (head.putIfAbsent(name, new Entry(line, parts[1].strip())) != null) {
            throw file.unusable(line, "«" + name + "» is there already");
        }
    }

    private void readSteps(int first) {
        for (int line = first; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            if (!text.isBlank()) {
                readStep(line, text);
            }
        }
        if (steps.isEmpty()) {
            throw file.unusable(lines.size(), "there are no steps; write «1. …»");
        }
    }

    private void readStep(int line, String text) {
        Matcher step = STEP.matcher(text.strip());
        boolean indented = Character.isWhitespace(text.charAt(0));
        if (!indented && step.matches()) {
            int next = steps.size() + 1;
            if (Integer.parseInt(step.group(1)) != next) {
                throw file.unusable(line, "step " + next + " was expected");
            }
            steps.add(step.group(2));
        } else if (indented && !steps.isEmpty()) {
            steps.set(steps.size() - 1, steps.get(steps.size() - 1) + " " + text.strip());
        } else {
            throw file.unusable(line, "must be a step, «" + (steps.size() + 1) + ". …», or indented to go on with one");
        }
    }
}
