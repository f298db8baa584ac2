package com.leecyber.support.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the checkpoints' files, {@code checkpoint-000001.txt} and so on, and of {@code public-key.pem}.
 *
 * @param directory the folder; need not be there
 */
public record CheckpointFiles(Path directory) {

    /** The name of the public key's file. */
    public static final String PUBLIC_KEY = "public-key.pem";

    private static final Pattern NAME = Pattern.compile("checkpoint-([0-9]{6,9})\\.txt");
    private static final long LARGEST = 64L << 20;

    /** The numbers in the files' names, in ascending order. */
    public List<Integer> numbers() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .filter(number -> number > 0)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads one of them.
     *
     * @throws Unreadable if it cannot be read or is no checkpoint
     */
    public Checkpoint read(int number) {
        Path file = file(number);
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unreadable("larger than any checkpoint");
            }
            return Checkpoint.read(Files.readString(file));
        } catch (IOException e) {
            throw new Unreadable(e.getClass().getSimpleName());
        }
    }

    /** The file of a number, there or not. */
    public Path file(int number) {
        return directory.resolve("checkpoint-%06d.txt".formatted(number));
    }

    /** The public key that lies beside them. */
    public Optional<VerifyingKey> key() throws IOException {
        Path file = directory.resolve(PUBLIC_KEY);
        return Files.isReadable(file) ? Optional.of(VerifyingKey.ofPem(Files.readString(file))) : Optional.empty();
    }
}
