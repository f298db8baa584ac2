package com.leecyber.support.audit;

import com.leecyber.support.proof.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that signs checkpoints, with its public half. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(KeyPair pair) {
        secret = pair.getPrivate();
        verifying = new VerifyingKey(pair.getPublic());
    }

    static SigningKey generate() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }

    /**
     * Reads what {@link #pem()} or {@code openssl genpkey -algorithm ed25519} wrote.
     *
     * @throws IllegalArgumentException if that is no Ed25519 private key
     */
    static SigningKey ofPem(String pem) {
        int from = pem.indexOf(BEGIN);
        int to = pem.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no private key in PKCS #8 PEM form");
        }
        try {
            byte[] encoded = Base64.getDecoder()
                    .decode(pem.substring(from + BEGIN.length(), to).replaceAll("\\s", ""));
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(withPublicHalf((EdECPrivateKey) secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 private key: " + e.getMessage(), e);
        }
    }

    String pem() {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + END + "\n";
    }

    VerifyingKey verifying() {
        return verifying;
    }

    /** Ed25519 over the text's UTF-8 form, Base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
    }

    /** PKCS #8 as OpenSSL writes it has no public half; a generator that is given the secret for chance computes it. */
    private static KeyPair withPublicHalf(EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] seed = secret.getBytes().orElseThrow(() -> new IllegalArgumentException("a key without its bytes"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair();
    }
}
