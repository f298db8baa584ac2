package com.leecyber.support.proof;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds proofs in a file that carries them as they are, such as a PDF with an attachment that is not compressed. */
final class ProofScan {

    private static final byte[] MAGIC = ProofText.MAGIC.getBytes(StandardCharsets.UTF_8);

    private ProofScan() {}

    /** From each first line on, what follows in the file. */
    static List<Lines> in(byte[] file) {
        List<Lines> proofs = new ArrayList<>();
        for (int at = 0; at <= file.length - MAGIC.length; at++) {
            if (begins(file, at)) {
                proofs.add(new Lines(new ByteArrayInputStream(file, at, file.length - at)));
            }
        }
        return proofs;
    }

    private static boolean begins(byte[] file, int at) {
        for (int index = 0; index < MAGIC.length; index++) {
            if (file[at + index] != MAGIC[index]) {
                return false;
            }
        }
        return true;
    }
}
