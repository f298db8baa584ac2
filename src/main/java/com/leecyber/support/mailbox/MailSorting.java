package com.leecyber.support.mailbox;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.mailbox.MailVerdict.Answer;
import com.leecyber.support.mailbox.MailVerdict.Doubtful;
import com.leecyber.support.mailbox.MailVerdict.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what a mail is: trusting neither its subject nor whomever it copies. */
@Component
class MailSorting {

    private final Machines machines;
    private final SenderCheck senders;
    private final ReplyMarks marks;
    private final Customers customers;
    private final MailEnds ends;
    private final MailboxSettings settings;

    MailSorting(
            Machines machines,
            SenderCheck senders,
            ReplyMarks marks,
            Customers customers,
            MailEnds ends,
            MailboxSettings settings) {
        this.machines = machines;
        this.senders = senders;
        this.marks = marks;
        this.customers = customers;
        this.ends = ends;
        this.settings = settings;
    }

    MailVerdict judge(ReceivedMail mail) {
        Optional<QuarantineReason> machine = machines.find(mail.headers());
        if (machine.isPresent()) {
            return new Doubtful(machine.get());
        }
        Optional<String> sender = mail.sender();
        if (sender.isEmpty()) {
            return new Doubtful(QuarantineReason.NO_SENDER);
        }
        if (senders.isForged(mail.mail().mailbox(), mail.headers())) {
            return new Doubtful(QuarantineReason.FORGED);
        }
        if (!mail.mail().complete()) {
            return new Doubtful(QuarantineReason.TOO_LARGE);
        }
        return ofPerson(mail, sender.get());
    }

    private MailVerdict ofPerson(ReceivedMail mail, String sender) {
        Optional<Customer> customer = customers.findByEmailIgnoreCase(sender);
        ReplyMarks.Finding finding = marks.find(mail.headers(), sender);
        if (finding.ticket().isEmpty() && finding.foreign()) {
            return new Doubtful(QuarantineReason.FOREIGN_TOKEN);
        }
        if (customer.isEmpty()) {
            return new Doubtful(QuarantineReason.UNKNOWN_SENDER);
        }
        ends.oneAtATime(sender);
        MailEnds.Earlier earlier = ends.earlier(mail, sender);
        if (earlier.repeated()) {
            return new Doubtful(QuarantineReason.DUPLICATE);
        }
        boolean opensTicket =
                finding.ticket().map(ticket -> ticket.status().isOver()).orElse(true);
        if (opensTicket && earlier.tickets() >= settings.ticketsPerHour()) {
            return new Doubtful(QuarantineReason.TOO_MANY);
        }
        return finding.ticket()
                .<MailVerdict>map(ticket -> new Answer(ticket, customer.get()))
                .orElseGet(() -> new Request(customer.get()));
    }
}
