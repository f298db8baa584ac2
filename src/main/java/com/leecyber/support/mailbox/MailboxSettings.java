package com.leecyber.support.mailbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where mails are read and how much of them (R3.1.1); without a mailbox nothing runs. Nonsense does not start.
 *
 * @param mailboxes the mailboxes that this node reads; other nodes may read the same
 * @param poll how often a server without IDLE is asked, and how often mails that failed are looked for
 * @param workers how many mails are worked on at once
 * @param maximumSize of what is larger only the headers are fetched
 * @param ticketsPerHour how many new tickets one address may open within an hour
 * @param attempts how often a mail is tried before it goes to quarantine as it is
 * @param lease how long one attempt may take before another worker or node tries
 * @param service the code of the service that a request by mail is taken for
 */
@ConfigurationProperties("support.mailbox")
record MailboxSettings(
        @DefaultValue List<Mailbox> mailboxes,
        @DefaultValue("PT30S") Duration poll,
        @DefaultValue("2") int workers,
        @DefaultValue("50MB") DataSize maximumSize,
        @DefaultValue("20") int ticketsPerHour,
        @DefaultValue("5") int attempts,
        @DefaultValue("PT5M") Duration lease,
        @DefaultValue("other") String service) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,59}");

    /**
     * One mailbox.
     *
     * @param name how the desk calls it, always the same: it is part of what tells a known mail from a new one
     * @param protocol {@code imaps}, or {@code imap}: then TLS is used if the server offers it
     * @param port null for the protocol's own
     * @param addresses the desk's own: what comes from one of them is never answered
     * @param authservId the name under which the receiving server writes {@code Authentication-Results}; null trusts none
     * @param idle whether the server's IDLE is used where it has it
     */
    record Mailbox(
            String name,
            String host,
            Integer port,
            @DefaultValue("imaps") String protocol,
            String user,
            String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue List<String> addresses,
            String authservId,
            @DefaultValue("true") boolean idle) {

        Mailbox {
            require(name != null && NAME.matcher(name).matches(), "name: up to 60 letters, digits, '.', '_', '@', '-'");
            require(filled(host), "host of " + name + ": the address of the mail server is missing");
            require(Set.of("imap", "imaps").contains(protocol), "protocol of " + name + ": imap or imaps");
            port = port == null ? (protocol.equals("imaps") ? 993 : 143) : port;
            require(port > 0 && port < 65_536, "port of " + name + ": 1 to 65535");
            require(filled(user), "user of " + name + " is missing");
            require(filled(password), "password of " + name + " is missing");
            require(filled(folder), "folder of " + name + " is missing");
            addresses = addresses.stream()
                    .map(address -> address.strip().toLowerCase(Locale.ROOT))
                    .toList();
            for (String address : addresses) {
                require(Sender.isPlain(address), "addresses of " + name + ": not one plain mail address: " + address);
            }
            authservId = filled(authservId) ? authservId.strip().toLowerCase(Locale.ROOT) : null;
        }

        /** Without the password: settings get into logs. */
        @Override
        public String toString() {
            return "%s (%s://%s:%d/%s)".formatted(name, protocol, host, port, folder);
        }
    }

    MailboxSettings {
        mailboxes = List.copyOf(mailboxes);
        Set<String> names = new HashSet<>();
        mailboxes.forEach(mailbox -> require(names.add(mailbox.name()), "name: used twice: " + mailbox.name()));
        require(between(poll, Duration.ofSeconds(1), Duration.ofMinutes(10)), "poll: from PT1S to PT10M");
        require(workers >= 1 && workers <= 32, "workers: 1 to 32");
        require(
                maximumSize.toBytes() >= 64 * 1024
                        && maximumSize.toBytes() <= DataSize.ofMegabytes(200).toBytes(),
                "maximum-size: from 64KB to 200MB");
        require(ticketsPerHour >= 1, "tickets-per-hour: at least 1");
        require(attempts >= 1 && attempts <= 20, "attempts: 1 to 20");
        require(between(lease, Duration.ofSeconds(10), Duration.ofHours(1)), "lease: from PT10S to PT1H");
        require(filled(service), "service: a code of support.catalogue.services");
    }

    private static boolean between(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static boolean filled(String value) {
        return value != null && !value.isBlank();
    }

    private static void require(boolean held, String complaint) {
        if (!held) {
            throw new IllegalArgumentException("support.mailbox: " + complaint);
        }
    }
}
