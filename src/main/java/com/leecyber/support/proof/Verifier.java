package com.leecyber.support.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The verifier that an auditor takes away: needs neither the desk nor its database, see docs/verifier.md. */
public final class Verifier {

    private static final String FINGERPRINT = "[0-9a-f]{64}";
    private static final int START = 8;

    private final VerifierOptions options;
    private final PrintStream out;
    private final Wording wording;
    private final Findings findings = new Findings();
    private final HeadIndex heads = new HeadIndex(findings);
    private final ChainCheck chains = new ChainCheck(findings);
    private VerifyingKey key;
    private long proofs;

    private Verifier(VerifierOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        wording = Wording.of(options.language());
    }

    /** Verifies what the command line names, and exits with what {@link #run} returns. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), Locale.getDefault(), arguments));
    }

    /**
     * Verifies what the command line names and prints what was found.
     *
     * @param language the usual one, if {@code --lang} names no other
     * @return 0 when all is whole, 1 when something is not, 2 when it cannot tell
     */
    public static int run(PrintStream out, Locale language, String... arguments) throws IOException {
        try {
            return new Verifier(VerifierOptions.of(List.of(arguments), language), out).verify();
        } catch (VerifierOptions.Wrong wrong) {
            out.println(Wording.of(language).say("verifier.wrong", wrong.getMessage()));
            out.println(Wording.of(language).say("verifier.usage"));
        } catch (Unreadable unreadable) {
            out.println(Wording.of(language).say("verifier.key-unreadable", unreadable.getMessage()));
        }
        return 2;
    }

    private int verify() throws IOException {
        key = key();
        out.println(wording.say("verifier.key", key.fingerprint()));
        if (options.checkpoints() != null) {
            checkpoints(new CheckpointFiles(options.checkpoints()));
        }
        for (Path file : options.files()) {
            file(file);
        }
        long absent = heads.end(options.whole());
        if (!options.files().isEmpty()) {
            out.println(wording.say("verifier.entries", chains.entries(), chains.chains(), proofs));
            notes(absent);
        }
        findings.listed().forEach(finding -> out.println("✗ " + finding.sentence(options.language())));
        int unlisted = findings.count() - findings.listed().size();
        if (unlisted > 0) {
            out.println(wording.say("verifier.unlisted", unlisted));
        }
        out.println(wording.say(findings.count() == 0 ? "verifier.whole" : "verifier.broken", findings.count()));
        return findings.count() == 0 ? 0 : 1;
    }

    private void notes(long absent) {
        if (heads.oldestUncovered() != null && (proofs == 0 || options.checkpoints() != null)) {
            out.println(wording.say("verifier.uncovered", heads.uncovered(), Seal.time(heads.oldestUncovered())));
        }
        if (absent > 0) {
            out.println(wording.say("verifier.absent", absent));
        }
    }

    private void checkpoints(CheckpointFiles files) throws IOException {
        CheckpointCheck check = new CheckpointCheck(key, findings);
        CheckpointHeader last = null;
        for (int number : files.numbers()) {
            try {
                Checkpoint checkpoint = files.read(number);
                if (check.next(number, checkpoint)) {
                    checkpoint.heads().forEach(head -> heads.add(head, number));
                    last = checkpoint.header();
                }
            } catch (Unreadable unreadable) {
                check.unreadable(number, unreadable.getMessage());
            }
        }
        out.println(
                last == null
                        ? wording.say("verifier.no-checkpoint", check.count())
                        : wording.say(
                                "verifier.checkpoints",
                                check.count(),
                                String.valueOf(last.number()),
                                Seal.time(last.takenAt())));
    }

    private void file(Path file) throws IOException {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            input.mark(START);
            boolean entries = new String(input.readNBytes(START), StandardCharsets.UTF_8).startsWith("{\"ticke");
            input.reset();
            if (entries) {
                export(file, new Lines(input));
            } else {
                proofs(file, input.readAllBytes());
            }
        }
    }

    private void export(Path file, Lines lines) {
        for (long number = 1; lines.hasNext(); number++) {
            try {
                entry(EntryLine.read(lines.next()));
            } catch (Unreadable unreadable) {
                findings.add(Finding.ofFile(
                        FindingKind.LINE_UNREADABLE,
                        file.getFileName() + ":" + number + ": " + unreadable.getMessage()));
            }
        }
    }

    private void proofs(Path file, byte[] content) {
        List<Lines> found = ProofScan.in(content);
        if (found.isEmpty()) {
            findings.add(Finding.ofFile(FindingKind.PROOF_UNREADABLE, file.getFileName() + ""));
        }
        for (Lines lines : found) {
            try {
                ProofText proof = ProofText.read(lines);
                proofs++;
                proof.entries().forEach(this::entry);
                new ProofCheck(key, findings).check(proof);
                out.println(coverage(proof));
            } catch (Unreadable unreadable) {
                findings.add(Finding.ofFile(
                        FindingKind.PROOF_UNREADABLE, file.getFileName() + ": " + unreadable.getMessage()));
            }
        }
    }

    private String coverage(ProofText proof) {
        return proof.cover() == null
                ? wording.say(
                        "verifier.proof-uncovered",
                        proof.chain(),
                        proof.entries().size())
                : wording.say(
                        "verifier.proof",
                        proof.chain(),
                        proof.entries().size(),
                        proof.uncovered(),
                        String.valueOf(proof.cover().header().number()),
                        Seal.time(proof.cover().header().takenAt()));
    }

    private void entry(JournalEntry entry) {
        chains.next(entry);
        heads.compare(entry);
    }

    /** The key of a file; or, by a fingerprint, that which lies beside the checkpoints or in a proof. */
    private VerifyingKey key() throws IOException {
        if (!options.key().matches(FINGERPRINT)) {
            return VerifyingKey.ofPem(Files.readString(Path.of(options.key())));
        }
        return Optional.ofNullable(options.checkpoints())
                .flatMap(folder -> KeySearch.beside(new CheckpointFiles(folder)))
                .filter(found -> found.fingerprint().equals(options.key()))
                .or(() -> KeySearch.inProofs(options.files(), options.key()))
                .orElseThrow(() -> new Unreadable(options.key()));
    }
}
