package com.leecyber.support.audit;

import com.leecyber.support.proof.Checkpoint;
import com.leecyber.support.proof.Head;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.proof.ProofText;
import com.leecyber.support.proof.Unreadable;
import java.util.List;
import org.springframework.stereotype.Service;

/** Proofs to send along: a chain, and the signed checkpoint that covers it. */
@Service
public class Proofs {

    private final Journal journal;
    private final CheckpointRows rows;
    private final CheckpointFolder folder;

    Proofs(Journal journal, CheckpointRows rows, CheckpointFolder folder) {
        this.journal = journal;
        this.rows = rows;
        this.folder = folder;
    }

    /**
     * The proof of one chain: a few KB that the public key is enough to check (docs/verifier.md).
     *
     * @param chain the number of a ticket, change, works or incident; an unknown one has no entries
     * @return lines of UTF-8 text, each with its end; to be embedded as they are, not compressed
     */
    public String of(String chain) {
        // First the checkpoint, then the entries: a chain that grows between is longer than what is covered, never
        // shorter.
        ProofText.Cover cover = rows.covering(chain).map(this::cover).orElse(null);
        List<JournalEntry> entries = journal.of(chain);
        return new ProofText(chain, entries, cover).text();
    }

    /** None, if the checkpoint's file is missing or damaged: verification names it, and a proof claims nothing. */
    private ProofText.Cover cover(CheckpointRows.Covered covered) {
        try {
            Checkpoint checkpoint = folder.files().read(covered.checkpoint());
            Head head = covered.head();
            return checkpoint.heads().contains(head)
                    ? ProofText.Cover.of(checkpoint, head, folder.key().verifying())
                    : null;
        } catch (Unreadable unreadable) {
            return null;
        }
    }
}
