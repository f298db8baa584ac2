package com.leecyber.support.mailbox;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.ticket.PageTimes;
import com.leecyber.support.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What the pages of the quarantine show, to whom. */
@Component
class QuarantinePages {

    private static final int SHOWN = 50_000;
    private static final List<String> HEADERS = List.of(
            "From",
            "To",
            "Cc",
            "Reply-To",
            "Date",
            "Return-Path",
            "Auto-Submitted",
            "Precedence",
            "List-Id",
            "In-Reply-To",
            "Message-ID",
            "Authentication-Results");

    private final Quarantine quarantine;
    private final Customers customers;
    private final MailboxReaders readers;
    private final MessageSource messages;
    private final ZoneId zone;

    QuarantinePages(
            Quarantine quarantine,
            Customers customers,
            MailboxReaders readers,
            MessageSource messages,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.quarantine = quarantine;
        this.customers = customers;
        this.readers = readers;
        this.messages = messages;
        this.zone = zone;
    }

    /** A mailbox that this node cannot read at the moment. */
    record Unreadable(String name, String trouble) {}

    /** What is wrong with what somebody entered. */
    record Complaint(String field, String text) {}

    record Header(String name, String value) {}

    record File(String name, long size) {}

    /** The ticket that the mail is to be added to, shown before it is. */
    record Target(String number, String subject, String customer, String email, boolean over) {}

    /**
     * One mail.
     *
     * @param text what it says, never empty
     * @param quoted null when it repeats nothing
     * @param customer the name of the customer with the sender's address, or null
     * @param target null until a ticket was named
     * @param complaint null when nothing is wrong
     */
    record Page(
            QuarantinedMail mail,
            List<Header> headers,
            String text,
            String quoted,
            List<File> files,
            String customer,
            boolean decidable,
            Target target,
            Complaint complaint) {

        public boolean complainsOf(String field) {
            return complaint != null && complaint.field().equals(field);
        }
    }

    /** Writes moments and sizes as the reader expects them. */
    record Times(ZoneId zone, Locale locale) {

        public String of(Instant moment) {
            return new PageTimes(zone, locale).of(moment);
        }

        public String size(long bytes) {
            return "%,d KB"
                    .formatted(Math.max(1, bytes / 1024))
                    .replace("KB", locale.getLanguage().equals("en") ? "KB" : "КБ");
        }
    }

    Times times(Locale locale) {
        return new Times(zone, locale);
    }

    List<Unreadable> unreadable() {
        return readers.readers().stream()
                .flatMap(reader ->
                        reader.condition().trouble().stream().map(trouble -> new Unreadable(reader.name(), trouble)))
                .toList();
    }

    Page mail(long id, String ticket, Complaint complaint, Authentication reader) {
        QuarantinedMail mail = quarantine.find(id).orElseThrow(NoSuchMail::new);
        InboundMail raw = quarantine.raw(id).orElseThrow(NoSuchMail::new);
        ReceivedMail read =
                mail.reason() == QuarantineReason.FAILED ? ReceivedMail.headersOnly(raw) : ReceivedMail.read(raw);
        MailText text = MailText.ofReply(read, messages, LocaleContextHolder.getLocale(), Integer.MAX_VALUE);
        return new Page(
                mail,
                headers(read.headers()),
                Storable.cut(text.text(), SHOWN),
                text.quoted() == null ? null : Storable.cut(text.quoted(), SHOWN),
                text.files().stream()
                        .map(file -> new File(file.name(), file.content().length))
                        .toList(),
                Optional.ofNullable(mail.sender())
                        .flatMap(customers::findByEmailIgnoreCase)
                        .map(Customer::name)
                        .orElse(null),
                mail.isWaiting() && mayDecide(reader),
                ticket.isBlank() ? null : target(ticket),
                complaint);
    }

    private Target target(String number) {
        Ticket ticket = quarantine.ticket(number);
        Customer owner = quarantine.ownerOf(ticket);
        return new Target(
                ticket.number(),
                ticket.subject(),
                owner.name(),
                owner.email(),
                ticket.status().isOver());
    }

    private static List<Header> headers(MailHeaders mail) {
        return HEADERS.stream()
                .flatMap(name -> mail.readable(name).map(value -> new Header(name, value)).stream())
                .toList();
    }

    private static boolean mayDecide(Authentication reader) {
        return reader.getAuthorities().stream()
                .anyMatch(role -> role.getAuthority().equals("ROLE_SHIFT_LEAD"));
    }
}
