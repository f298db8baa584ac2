package com.leecyber.support.editable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of one folder in the form that the application uses.
 *
 * <p>At start every file must be usable. Files of a {@code file:} location are read again when one of them has changed; a
 * change that cannot be used is logged, and what was read before stays in use until it is mended.
 */
public final class EditableFiles<T> {

    private static final Logger log = LoggerFactory.getLogger(EditableFiles.class);

    private static final String FILE = "file:";

    private final String location;
    private final String suffix;
    private final Function<List<EditableFile>, T> reader;
    private Set<String> seen;
    private T usable;

    /**
     * Reads the folder.
     *
     * @param location {@code classpath:/folder/} or {@code file:/folder/}
     * @param suffix how the names of its files end
     * @param reader what makes them usable
     * @throws UnusableFile when a file cannot be used, naming it
     */
    public EditableFiles(String location, String suffix, Function<List<EditableFile>, T> reader) {
        this.location = location.endsWith("/") ? location : location + "/";
        this.suffix = suffix;
        this.reader = reader;
        this.seen = state();
        this.usable = reader.apply(files());
    }

    /** What the files hold now. */
    public synchronized T current() {
        if (isFolder()) {
            readAgainIfChanged();
        }
        return usable;
    }

    private void readAgainIfChanged() {
        try {
            Set<String> now = state();
            if (!now.equals(seen)) {
                // Noted before it is read: one complaint a change, and a change while reading is seen next time.
                seen = now;
                usable = reader.apply(files());
                log.info("Read {} again", location);
            }
        } catch (UnusableFile | UncheckedIOException e) {
            log.error("What was read from {} before stays in use: {}", location, e.getMessage());
        }
    }

    private boolean isFolder() {
        return location.startsWith(FILE);
    }

    /** Names, times and sizes: what shows that a file of a folder has changed. */
    private Set<String> state() {
        Set<String> state = new TreeSet<>();
        if (isFolder()) {
            try (Stream<Path> files = Files.list(Path.of(location.substring(FILE.length())))) {
                for (Path file : files.filter(this::isWanted).toList()) {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    state.add(file + " " + attributes.lastModifiedTime().toInstant() + " " + attributes.size());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot list " + location, e);
            }
        }
        return state;
    }

    private boolean isWanted(Path file) {
        return file.getFileName().toString().endsWith(suffix);
    }

    private List<EditableFile> files() {
        try {
            List<EditableFile> files = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(location + "*" + suffix)) {
                files.add(file(resource.getFilename(), resource.getContentAsByteArray()));
            }
            files.sort(Comparator.comparing(EditableFile::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + location, e);
        }
    }

    private EditableFile file(String name, byte[] bytes) {
        String path = location.substring(location.indexOf(':') + 1) + name;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // Some editors on Windows begin a file with a byte order mark.
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return new EditableFile(name, path, unmarked.replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            throw new UnusableFile(path + ": must be saved as UTF-8");
        }
    }
}
