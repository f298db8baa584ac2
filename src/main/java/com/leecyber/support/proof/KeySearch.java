package com.leecyber.support.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Looks for a public key of which only the fingerprint is known. */
final class KeySearch {

    private KeySearch() {}

    static Optional<VerifyingKey> beside(CheckpointFiles files) {
        try {
            return files.key();
        } catch (IOException | Unreadable noKey) {
            return Optional.empty();
        }
    }

    static Optional<VerifyingKey> inProofs(List<Path> files, String fingerprint) {
        return files.stream()
                .flatMap(file -> ProofScan.in(content(file)).stream())
                .map(KeySearch::in)
                .filter(Objects::nonNull)
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst();
    }

    private static VerifyingKey in(Lines lines) {
        try {
            ProofText.Cover cover = ProofText.read(lines).cover();
            return cover == null ? null : VerifyingKey.ofText(cover.key());
        } catch (Unreadable noProof) {
            return null;
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
