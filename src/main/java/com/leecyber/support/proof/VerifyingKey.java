package com.leecyber.support.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public key that checkpoints are verified with.
 *
 * @param key Ed25519
 */
public record VerifyingKey(PublicKey key) {

    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    /**
     * Reads {@code public-key.pem}.
     *
     * @throws Unreadable if that is no Ed25519 public key
     */
    public static VerifyingKey ofPem(String pem) {
        int from = pem.indexOf(BEGIN);
        int to = pem.indexOf(END);
        if (from < 0 || to < from) {
            throw new Unreadable("no public key in PEM form");
        }
        return ofText(pem.substring(from + BEGIN.length(), to).replaceAll("\\s", ""));
    }

    /** Reads the key from one line of Base64. */
    static VerifyingKey ofText(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return new VerifyingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new Unreadable("no Ed25519 public key: " + e.getMessage());
        }
    }

    /** The key as a file. */
    public String pem() {
        return BEGIN + "\n" + text() + "\n" + END + "\n";
    }

    /** The key in one line, Base64. */
    public String text() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** SHA-256 over the key as X.509 has it, in lower-case hexadecimal: what is compared by telephone. */
    public String fingerprint() {
        return Sha256.hex(key.getEncoded());
    }

    /** Whether this key signed the header. */
    public boolean signed(CheckpointHeader header, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(header.text().getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException | GeneralSecurityException notASignature) {
            return false;
        }
    }
}
