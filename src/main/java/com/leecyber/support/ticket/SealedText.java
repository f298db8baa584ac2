package com.leecyber.support.ticket;

import com.leecyber.support.proof.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a text is still what the journal saw: it keeps a digest in the text's stead, because nothing can be taken out of
 * a journal and a text may have to be erased.
 *
 * <p>The digest is SHA-256, in hexadecimal, of the UTF-8 form of salt, line feed and text. The salt stands beside the
 * text and goes with it: then nobody can find out what was written by trying likely texts.
 */
public final class SealedText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private SealedText() {}

    /** What a comparison with the journal's digest says. */
    public enum Verdict {
        /** It is the text that the journal saw. */
        UNALTERED,
        /** It is another text. */
        ALTERED,
        /** Its salt is gone, as it is after an erasure, which the journal tells of (PERSONAL_DATA_ERASED). */
        ERASED,
        /** It was written before texts were sealed. */
        UNSEALED
    }

    /**
     * Compares what the customer asked when the ticket was registered.
     *
     * @param digest {@code details.digest} of the entry TICKET_REGISTERED; null when it has none
     */
    public static Verdict of(Ticket ticket, String digest) {
        return verdict(ticket.salt(), text(ticket), digest);
    }

    /**
     * Compares one message of the conversation.
     *
     * @param digest {@code details.digest} of the entry that tells of the message; null when it has none
     */
    public static Verdict of(Message message, String digest) {
        return verdict(message.salt(), message.text(), digest);
    }

    static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static String digest(Ticket ticket) {
        return digest(ticket.salt(), text(ticket));
    }

    static String digest(Message message) {
        return digest(message.salt(), message.text());
    }

    private static Verdict verdict(String salt, String text, String digest) {
        if (digest == null) {
            return Verdict.UNSEALED;
        }
        if (salt == null) {
            return Verdict.ERASED;
        }
        return digest.equals(digest(salt, text)) ? Verdict.UNALTERED : Verdict.ALTERED;
    }

    /** A part that is missing counts as an empty line. */
    private static String text(Ticket ticket) {
        return Stream.of(ticket.subject(), ticket.description(), ticket.steps(), ticket.expected(), ticket.actual())
                .map(part -> Objects.requireNonNullElse(part, ""))
                .collect(Collectors.joining("\n"));
    }

    private static String digest(String salt, String text) {
        return Sha256.hex(salt + "\n" + text);
    }
}
