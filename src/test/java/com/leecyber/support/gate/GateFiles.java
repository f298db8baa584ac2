package com.leecyber.support.gate;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The application's own files, and those in {@code src/test/resources/gate} that break one rule each. */
public final class GateFiles {

    private static final Path CASES = Path.of("src", "test", "resources", "gate");

    private GateFiles() {}

    /**
     * A file that must not pass.
     *
     * @param name its folder
     * @param file the file in it
     * @param rules what it must be refused for, and for nothing else
     * @param element where; an empty text when there are several places
     */
    public record Case(String name, String file, Set<String> rules, String element) {

        /** The own files of the application with this one added, or put in the place of its namesake. */
        public Collection<ProcessFile> deployment() {
            return with(broken());
        }

        /** The file alone, as Camunda Modeler sends it. */
        public ProcessFile broken() {
            return read(CASES.resolve(name).resolve(file));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Everything in {@code expected.csv}. */
    public static List<Case> cases() {
        return lines(CASES.resolve("expected.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(row -> new Case(row[0], row[1], new TreeSet<>(Arrays.asList(row[2].split("\\+"))), row[3]))
                .toList();
    }

    /** What the application deploys at its start. */
    public static List<ProcessFile> own() {
        List<ProcessFile> own = new ArrayList<>();
        for (String folder : List.of("bpmn", "forms")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.getFileName().toString().matches("[^.].*\\.(bpmn|dmn|html)"))
                        .sorted()
                        .map(GateFiles::read)
                        .forEach(own::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return own;
    }

    /** An honest file of the tests. */
    public static ProcessFile honest(String name) {
        return read(CASES.resolve("honest").resolve(name));
    }

    /** The own files with others added, or put in the place of their namesakes. */
    public static Collection<ProcessFile> with(ProcessFile... others) {
        Map<String, ProcessFile> files =
                own().stream().collect(toMap(ProcessFile::name, file -> file, (one, two) -> two, LinkedHashMap::new));
        for (ProcessFile other : others) {
            files.put(other.name(), other);
        }
        return files.values();
    }

    static ProcessFile read(Path file) {
        try {
            return new ProcessFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
