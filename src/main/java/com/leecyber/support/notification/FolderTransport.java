package com.leecyber.support.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes mails as {@code .eml} files into a folder, to look at without a mail server. */
record FolderTransport(Path folder, LetterWriter writer) implements Transport {

    @Override
    public void send(OutboxMail mail) throws MessagingException, IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "mail", ".part");
        try (OutputStream file = Files.newOutputStream(unfinished)) {
            writer.write(mail).writeTo(file);
        }
        // A mail is seen whole, and a second attempt writes the same file.
        String name = mail.key().replace(':', '.') + ".eml";
        Files.move(
                unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
