package com.leecyber.support.proof;

/** In which ways a journal and its checkpoints can fail to agree. */
public enum FindingKind {

    /** An entry is not what its hash was computed over. */
    ENTRY_ALTERED,

    /** A chain has later entries, but not this one. */
    ENTRY_MISSING,

    /** An entry names another hash before it than the entry before it has. */
    ENTRY_DOES_NOT_FOLLOW,

    /** A checkpoint names this entry, and the chain ends before it. */
    TAIL_CUT,

    /** A checkpoint names this entry with another hash. */
    ENTRY_REWRITTEN,

    /** The number of a checkpoint that is not there, though later ones or its row are. */
    CHECKPOINT_MISSING,

    /** A checkpoint's file is not written as checkpoints are. */
    CHECKPOINT_UNREADABLE,

    /** A checkpoint's file has the name of another. */
    CHECKPOINT_RENUMBERED,

    /** A checkpoint names another key than the one that it is checked with. */
    CHECKPOINT_OF_ANOTHER_KEY,

    /** A checkpoint's header is not what was signed. */
    CHECKPOINT_FORGED,

    /** A checkpoint's heads are not those that were signed. */
    HEADS_FORGED,

    /** A checkpoint does not follow the one before. */
    CHECKPOINT_DOES_NOT_FOLLOW,

    /** The database does not know a checkpoint that has a file. */
    ROW_MISSING,

    /** The database knows a checkpoint otherwise than its file says. */
    ROW_DIFFERS,

    /** A line of a file is no entry. */
    LINE_UNREADABLE,

    /** A proof is not written as proofs are, or is not whole. */
    PROOF_UNREADABLE,

    /** A proof's head does not lead to the root that was signed. */
    PROOF_LEADS_ELSEWHERE
}
