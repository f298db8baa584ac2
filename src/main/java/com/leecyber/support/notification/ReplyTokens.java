package com.leecyber.support.notification;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Marks that tell a reply to a ticket from a mail that only names one.
 *
 * <p>A mark is bound to ticket and recipient, so it is worth nothing in anybody else's hands. It stands in the Message-ID
 * of every mail to a customer, from where a mail client carries it into {@code References}, and in the address to reply to.
 */
@Component
public class ReplyTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 10;
    private static final Pattern MARKED = Pattern.compile(
            "(SD-\\d{4}-\\d{6,})\\.(?:[a-z0-9.-]+\\.)?([0-9a-f]{" + 2 * BYTES + "})(?=@)", Pattern.CASE_INSENSITIVE);

    private final DeskSecrets secrets;

    ReplyTokens(DeskSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * What an address or a Message-ID says that it belongs to.
     *
     * @param ticket the ticket's number; nobody has checked yet that the mark is genuine
     */
    public record Marked(String ticket, String token) {}

    /** The ticket and mark that an address or a Message-ID of ours names; empty when it names none. */
    public Optional<Marked> read(String addressOrMessageId) {
        Matcher marked = MARKED.matcher(addressOrMessageId);
        return marked.find()
                ? Optional.of(new Marked(
                        marked.group(1).toUpperCase(Locale.ROOT),
                        marked.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether the desk itself made that mark, for a mail to that address. */
    public boolean isGenuine(Marked marked, String address) {
        return MessageDigest.isEqual(
                of(marked.ticket(), address).getBytes(StandardCharsets.US_ASCII),
                marked.token().getBytes(StandardCharsets.US_ASCII));
    }

    String of(String ticket, String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.get("reply-tokens"), ALGORITHM));
            byte[] mark =
                    mac.doFinal((ticket + '\n' + address.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mark, 0, BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
