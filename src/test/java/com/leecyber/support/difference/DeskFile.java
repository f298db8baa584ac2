package com.leecyber.support.difference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that process owners edit, as it is in force, and small edits of it. */
record DeskFile(String name, String text) {

    static DeskFile of(String folder, String name) {
        try {
            return new DeskFile(name, Files.readString(Path.of(folder, name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static DeskFile bpmn(String name) {
        return of("bpmn", name);
    }

    /** Every diagram and every table of the product. */
    static List<DeskFile> all() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn") || name.endsWith(".dmn"))
                    .sorted()
                    .map(DeskFile::bpmn)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With one passage replaced, which must be there exactly once. */
    DeskFile with(String passage, String replacement) {
        int index = text.indexOf(passage);
        if (index < 0 || text.indexOf(passage, index + 1) >= 0) {
            throw new AssertionError(name + " does not hold exactly once: " + passage);
        }
        return new DeskFile(name, text.replace(passage, replacement));
    }

    /** Without what stands from one passage, which must be there exactly once, to the end of the next other one. */
    DeskFile without(String from, String to) {
        int start = text.indexOf(from);
        if (start < 0 || text.indexOf(from, start + 1) >= 0) {
            throw new AssertionError(name + " does not hold exactly once: " + from);
        }
        int end = text.indexOf(to, start) + to.length();
        return new DeskFile(name, text.substring(0, start) + text.substring(end));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    FileDifference against(DeskFile proposed) {
        return Difference.between(name, bytes(), proposed.bytes());
    }
}
