package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the journal keeps of a file, so that anybody can check later that it is the one: its SHA-256. */
public final class Digest {

    private Digest() {}

    /** In hexadecimal. */
    public static String of(ProcessFile file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
