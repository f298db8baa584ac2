package com.leecyber.support.proof;

import java.util.HexFormat;
import java.util.List;

/** Checks a proof by itself: its chain, and what the signed checkpoint says of it. */
final class ProofCheck {

    private final VerifyingKey key;
    private final Findings findings;

    ProofCheck(VerifyingKey key, Findings findings) {
        this.key = key;
        this.findings = findings;
    }

    /** Checks what the checkpoint says; that the entries form a chain is for {@link ChainCheck}. */
    void check(ProofText proof) {
        boolean foreign =
                proof.entries().stream().anyMatch(entry -> !entry.ticket().equals(proof.chain()));
        if (foreign) {
            findings.add(Finding.ofFile(FindingKind.PROOF_UNREADABLE, proof.chain()));
        }
        ProofText.Cover cover = proof.cover();
        if (cover != null && isSound(cover, proof.chain())) {
            compare(cover, proof.entries());
        }
    }

    private boolean isSound(ProofText.Cover cover, String chain) {
        int number = cover.header().number();
        if (!cover.header().key().equals(key.fingerprint())) {
            findings.add(Finding.ofCheckpoint(
                    FindingKind.CHECKPOINT_OF_ANOTHER_KEY,
                    number,
                    cover.header().key()));
        } else if (!key.signed(cover.header(), cover.signature())) {
            findings.add(Finding.ofCheckpoint(FindingKind.CHECKPOINT_FORGED, number, ""));
        } else if (!cover.head().chain().equals(chain) || !leadsToRoot(cover)) {
            findings.add(Finding.ofHead(FindingKind.PROOF_LEADS_ELSEWHERE, cover.head(), number));
        } else {
            return true;
        }
        return false;
    }

    private static boolean leadsToRoot(ProofText.Cover cover) {
        try {
            List<byte[]> path =
                    cover.path().stream().map(HexFormat.of()::parseHex).toList();
            byte[] root = MerkleTree.root(
                    cover.head().leaf(), cover.place(), cover.header().heads(), path);
            return HexFormat.of().formatHex(root).equals(cover.header().root());
        } catch (IllegalArgumentException notHexadecimal) {
            return false;
        }
    }

    private void compare(ProofText.Cover cover, List<JournalEntry> entries) {
        Head head = cover.head();
        boolean present = entries.stream().anyMatch(entry -> entry.sequence() == head.sequence());
        boolean same = entries.stream()
                .anyMatch(entry ->
                        entry.sequence() == head.sequence() && entry.hash().equals(head.hash()));
        if (!same) {
            findings.add(Finding.ofHead(
                    present ? FindingKind.ENTRY_REWRITTEN : FindingKind.TAIL_CUT,
                    head,
                    cover.header().number()));
        }
    }
}
