package com.leecyber.support.mailbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells mails that no person wrote to the desk (RFC 3834): none of them is answered, none counts as an answer. */
@Component
class Machines {

    private static final Set<String> ROBOTS = Set.of("mailer-daemon", "postmaster");
    private static final Pattern SILENCE = Pattern.compile("\\b(all|oof|autoreply)\\b", Pattern.CASE_INSENSITIVE);

    private final Set<String> ownAddresses;
    private final String ownMark;

    Machines(
            MailboxSettings settings,
            @Value("${support.notifications.from:info@leecyber.com}") String from,
            @Value("${support.notifications.reply-to:}") String replyTo,
            @Value("${support.notifications.message-id-domain:support-desk}") String domain) {
        this.ownAddresses = new HashSet<>(settings.mailboxes().stream()
                .map(MailboxSettings.Mailbox::addresses)
                .flatMap(Collection::stream)
                .toList());
        ownAddresses.add(from.toLowerCase(Locale.ROOT));
        ownAddresses.add(replyTo.toLowerCase(Locale.ROOT));
        this.ownMark = "@" + domain.toLowerCase(Locale.ROOT) + ">";
    }

    /** Why nobody should answer it; empty when a person may have written it. */
    Optional<QuarantineReason> find(MailHeaders mail) {
        if (isBounce(mail)) {
            return Optional.of(QuarantineReason.BOUNCE);
        }
        if (isOwn(mail)) {
            return Optional.of(QuarantineReason.OWN);
        }
        if (isAutomatic(mail)) {
            return Optional.of(QuarantineReason.AUTOMATIC);
        }
        return isList(mail) ? Optional.of(QuarantineReason.LIST) : Optional.empty();
    }

    private static boolean isBounce(MailHeaders mail) {
        boolean nobody = mail.first("Return-Path")
                .filter(path -> path.replaceAll("\\s", "").equals("<>"))
                .isPresent();
        boolean report = mail.first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/report"))
                .isPresent();
        return nobody
                || report
                || mail.has("X-Failed-Recipients")
                || mail.sender().filter(Machines::isRobot).isPresent();
    }

    private static boolean isRobot(String address) {
        String name = address.substring(0, address.indexOf('@'));
        return ROBOTS.contains(name);
    }

    /** One of the desk's addresses with or without a mark behind the plus, or a mail that the desk itself wrote. */
    private boolean isOwn(MailHeaders mail) {
        boolean fromDesk = mail.sender()
                .map(address -> address.replaceFirst("\\+[^@]*@", "@"))
                .filter(ownAddresses::contains)
                .isPresent();
        boolean written = mail.messageId()
                .filter(id -> id.toLowerCase(Locale.ROOT).endsWith(ownMark))
                .isPresent();
        return fromDesk || written;
    }

    private static boolean isAutomatic(MailHeaders mail) {
        boolean submitted = mail.all("Auto-Submitted").stream()
                .map(value -> value.replaceFirst("[;(].*", "").strip())
                .anyMatch(value -> !value.equalsIgnoreCase("no"));
        boolean silent = mail.all("X-Auto-Response-Suppress").stream()
                .anyMatch(value -> SILENCE.matcher(value).find());
        boolean named = Stream.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Mail-Autoreply")
                .anyMatch(mail::has);
        return submitted || silent || named || hasPrecedence(mail, "bulk", "junk", "auto_reply");
    }

    private static boolean isList(MailHeaders mail) {
        return mail.has("List-Id")
                || mail.has("List-Unsubscribe")
                || mail.has("List-Post")
                || hasPrecedence(mail, "list");
    }

    private static boolean hasPrecedence(MailHeaders mail, String... values) {
        return mail.all("Precedence").stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .anyMatch(List.of(values)::contains);
    }
}
