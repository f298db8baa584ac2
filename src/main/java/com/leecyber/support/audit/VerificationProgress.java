package com.leecyber.support.audit;

/**
 * How far a verification is.
 *
 * @param done how many entries and checkpoint files were looked at
 * @param all how many there are
 */
public record VerificationProgress(long done, long all) {

    /** Whole percent, never more than 100. */
    public int percent() {
        return all == 0 ? 0 : (int) Math.min(100, done * 100 / all);
    }
}
