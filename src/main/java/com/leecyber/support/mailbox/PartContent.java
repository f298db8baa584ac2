package com.leecyber.support.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one part of a mail holds, however badly it is written: what can be read is read. */
final class PartContent {

    private static final Pattern TYPE = Pattern.compile("\\s*([A-Za-z0-9.+_-]{1,60}/[A-Za-z0-9.+_-]{1,100})");
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,60})", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME =
            Pattern.compile("name\\s*=\\s*\"?([^\";\\r\\n]{1,300})", Pattern.CASE_INSENSITIVE);

    /** What Russian clients write when they say nothing, or something wrong. */
    private static final Charset UNNAMED = Charset.forName("windows-1251");

    private PartContent() {}

    /** The media type in small letters, without parameters; plain text where it says nothing sensible. */
    static String type(MimePart part) {
        Matcher type = TYPE.matcher(header(part, "Content-Type").orElse(""));
        return type.lookingAt() ? type.group(1).toLowerCase(Locale.ROOT) : "text/plain";
    }

    static boolean isAttachment(MimePart part) {
        return header(part, "Content-Disposition")
                .filter(value -> value.strip().toLowerCase(Locale.ROOT).startsWith("attachment"))
                .isPresent();
    }

    /** The name that the sender gave the file, if any. */
    static Optional<String> name(MimePart part) {
        return wellFormedName(part)
                .or(() -> looseName(part, "Content-Disposition"))
                .or(() -> looseName(part, "Content-Type"))
                .map(PartContent::repaired)
                .map(MailHeaders::decoded)
                .map(name -> Storable.line(name, 300))
                .filter(name -> !name.isEmpty());
    }

    private static Optional<String> wellFormedName(MimePart part) {
        try {
            return Optional.ofNullable(part.getFileName());
        } catch (MessagingException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Many clients forget the quotes. */
    private static Optional<String> looseName(MimePart part, String header) {
        Matcher name = NAME.matcher(header(part, header).orElse(""));
        return name.find() ? Optional.of(name.group(1).strip()) : Optional.empty();
    }

    /** Headers are read byte by byte; a client that does not encode them meant characters. */
    static String repaired(String header) {
        boolean bytes = header.chars().allMatch(character -> character < 256)
                && header.chars().anyMatch(character -> character > 127);
        return bytes ? decoded(header.getBytes(StandardCharsets.ISO_8859_1), "") : header;
    }

    static Optional<String> header(MimePart part, String name) {
        try {
            return Optional.ofNullable(part.getHeader(name, null)).map(MimeUtility::unfold);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /**
     * What was read.
     *
     * @param damaged whether its encoding broke off
     */
    record Bytes(byte[] content, boolean damaged) {}

    /** The part's content, decoded as far as it can be and up to a length. */
    static Bytes bytes(MimePart part, int most) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream content = part.getInputStream()) {
            copy(content, read, most);
            return new Bytes(read.toByteArray(), false);
        } catch (IOException | MessagingException | RuntimeException broken) {
            return read.size() > 0 ? new Bytes(read.toByteArray(), true) : new Bytes(undecoded(part, most), true);
        }
    }

    /** The part's text, cut to a length in characters. */
    static String text(MimePart part, byte[] content, int longest) {
        return Storable.beginning(decoded(content, header(part, "Content-Type").orElse("")), longest);
    }

    private static void copy(InputStream content, ByteArrayOutputStream read, int most) throws IOException {
        byte[] buffer = new byte[8192];
        int count = content.read(buffer);
        while (count > 0 && read.size() < most) {
            read.write(buffer, 0, Math.min(count, most - read.size()));
            count = content.read(buffer);
        }
    }

    private static byte[] undecoded(MimePart part, int most) {
        try (InputStream raw = part instanceof MimeBodyPart body
                ? body.getRawInputStream()
                : ((MimeMessage) part).getRawInputStream()) {
            return raw.readNBytes(most);
        } catch (IOException | MessagingException | RuntimeException unreadable) {
            return new byte[0];
        }
    }

    static String decoded(byte[] content, String contentType) {
        Optional<Charset> named = charset(contentType).filter(charset -> !charset.equals(StandardCharsets.US_ASCII));
        if (named.isPresent() && !named.get().equals(StandardCharsets.UTF_8)) {
            return new String(content, named.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, named.orElse(UNNAMED));
        }
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        if (!named.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(MimeUtility.javaCharset(named.group(1))));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
