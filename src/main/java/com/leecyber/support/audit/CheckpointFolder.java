package com.leecyber.support.audit;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.CheckpointFiles;
import com.leecyber.support.proof.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** The place outside the database: the checkpoints' files, and the key beside them. Nothing here is ever overwritten. */
@Component
class CheckpointFolder {

    private static final FileAttribute<?> OWNERS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final CheckpointSettings settings;
    private final CheckpointFiles files;
    private SigningKey key;

    CheckpointFolder(CheckpointSettings settings) {
        this.settings = settings;
        files = new CheckpointFiles(settings.folder());
    }

    /**
     * The key that signs; made at the first use, unless there are checkpoints that another one signed.
     *
     * @throws IllegalStateException if there is none and none may be made, saying what to do
     */
    synchronized SigningKey key() {
        if (key == null) {
            prepare();
        }
        return key;
    }

    /** The public half of the key that there is; makes nothing. */
    synchronized VerifyingKey verifyingKey() {
        return key == null ? read(settings.key()).verifying() : key.verifying();
    }

    CheckpointFiles files() {
        return files;
    }

    List<Integer> numbers() {
        try {
            return files.numbers();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints' folder cannot be read: " + files.directory(), e);
        }
    }

    boolean isWritable() {
        return Files.isWritable(files.directory());
    }

    /** Writes a checkpoint's file to the disk, all of it or nothing. */
    void store(Checkpoint checkpoint) {
        try {
            write(files.file(checkpoint.header().number()), checkpoint.text());
        } catch (IOException e) {
            throw new UncheckedIOException("No checkpoint can be written to " + files.directory(), e);
        }
    }

    private void prepare() {
        try {
            Files.createDirectories(files.directory());
            if (!isWritable()) {
                throw new IllegalStateException("The folder of checkpoints is not writable: " + files.directory()
                        + " (support.audit.checkpoints.directory, see docs/operator.md)");
            }
            Path file = settings.key();
            if (!Files.exists(file)) {
                make(file);
            }
            SigningKey found = read(file);
            publish(found.verifying());
            key = found;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Checkpoints cannot be kept in " + files.directory() + " with the key " + settings.key()
                            + " (support.audit.checkpoints, see docs/operator.md)",
                    e);
        }
    }

    private void make(Path file) throws IOException {
        if (!numbers().isEmpty()) {
            throw new IllegalStateException("The key of the checkpoints is gone: " + file + ". Bring it back from the"
                    + " place where it is kept (support.audit.checkpoints.key-file, see docs/operator.md)");
        }
        try {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            write(
                    file,
                    SigningKey.generate().pem(),
                    posix ? new FileAttribute<?>[] {OWNERS_ONLY} : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            // Its key is read now.
        }
    }

    private static SigningKey read(Path file) {
        try {
            return SigningKey.ofPem(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key of the checkpoints cannot be read: " + file + " (" + e
                            + "; support.audit.checkpoints.key-file, see docs/operator.md)",
                    e);
        }
    }

    private void publish(VerifyingKey verifying) throws IOException {
        Path file = files.directory().resolve(CheckpointFiles.PUBLIC_KEY);
        if (!Files.exists(file)) {
            try {
                write(file, verifying.pem());
            } catch (FileAlreadyExistsException anotherNodeWasFaster) {
                // Compared below.
            }
        }
        if (!Files.readString(file).equals(verifying.pem())) {
            throw new IllegalStateException(file + " is not the public half of " + settings.key()
                    + ": all nodes need the same key (see docs/operator.md)");
        }
    }

    private static void write(Path file, String text, FileAttribute<?>... permissions) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), ".unfinished", null, permissions);
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            rename(unfinished, file);
            flush(file.getParent());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A link refuses to overwrite, as renaming does not. */
    private static void rename(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(unfinished, file);
        }
    }

    /** A name survives a power cut only once its folder is on the disk. */
    private static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Some systems do not open folders; they keep names by themselves.
        }
    }
}
