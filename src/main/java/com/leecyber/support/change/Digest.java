package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.proof.Sha256;

/** What the journal keeps of a file, so that anybody can check later that it is the one: its SHA-256. */
public final class Digest {

    private Digest() {}

    /** In hexadecimal. */
    public static String of(ProcessFile file) {
        return Sha256.hex(file.content());
    }
}
