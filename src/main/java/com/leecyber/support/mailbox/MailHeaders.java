package com.leecyber.support.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The headers of a mail: whatever their sender wrote, they can be read, and no longer than is sensible. */
final class MailHeaders {

    private static final int BYTES = 256 * 1024;
    private static final int VALUE_LENGTH = 16_000;
    private static final int IDS = 100;
    private static final int ADDRESSES = 200;
    private static final int MESSAGE_ID_LENGTH = 250;
    private static final int SUBJECT_LENGTH = 200;

    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()]{1,200}@[^\\s<>,;:\"()]{1,200}");

    private final InternetHeaders headers;

    private MailHeaders(InternetHeaders headers) {
        this.headers = headers;
    }

    /** Reads those of a raw mail; headers without end are read to a length. */
    static MailHeaders of(byte[] raw) {
        InternetHeaders headers = new InternetHeaders();
        try {
            headers.load(new ByteArrayInputStream(raw, 0, Math.min(raw.length, BYTES)));
        } catch (MessagingException unreadable) {
            // What was read until then counts.
        }
        return new MailHeaders(headers);
    }

    /** Every value of a header as it stands there, unfolded. */
    List<String> all(String name) {
        String[] values = headers.getHeader(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .limit(ADDRESSES)
                        .map(value -> Storable.line(PartContent.repaired(MimeUtility.unfold(value)), VALUE_LENGTH))
                        .toList();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    boolean has(String name) {
        return headers.getHeader(name) != null;
    }

    /** The one address that From names. */
    Optional<String> sender() {
        return Sender.of(headers.getHeader("From"));
    }

    /** The subject on one line, its encoded words decoded; empty when it says nothing. */
    Optional<String> subject() {
        return first("Subject")
                .map(MailHeaders::decoded)
                .map(subject -> Storable.line(subject, SUBJECT_LENGTH))
                .filter(subject -> !subject.isEmpty());
    }

    /** The Message-ID with its angle brackets, if it is one that can be repeated. */
    Optional<String> messageId() {
        return ids("Message-ID").findFirst().filter(id -> id.length() <= MESSAGE_ID_LENGTH);
    }

    /** What it answers, the nearest first. */
    List<String> answered() {
        List<String> references = ids("References").toList();
        Stream<String> backwards = Stream.iterate(references.size() - 1, index -> index >= 0, index -> index - 1)
                .map(references::get);
        return Stream.concat(ids("In-Reply-To"), backwards)
                .distinct()
                .limit(IDS)
                .toList();
    }

    /** Whom it was sent to, as far as it says. */
    List<String> recipients() {
        return Stream.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
                .flatMap(name -> all(name).stream())
                .flatMap(value -> ADDRESS.matcher(value).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .distinct()
                .limit(ADDRESSES)
                .toList();
    }

    /** A header as a person reads it. */
    Optional<String> readable(String name) {
        return first(name).map(MailHeaders::decoded).map(value -> Storable.line(value, 1_000));
    }

    private Stream<String> ids(String name) {
        return all(name).stream().flatMap(value -> ID.matcher(value).results()).map(MatchResult::group);
    }

    static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException | RuntimeException undecodable) {
            return value;
        }
    }
}
