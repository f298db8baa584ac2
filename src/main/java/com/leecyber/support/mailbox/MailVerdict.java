package com.leecyber.support.mailbox;

import com.leecyber.support.customer.Customer;
import com.leecyber.support.ticket.Ticket;

/** What a mail is. */
sealed interface MailVerdict {

    /** A customer's new request. */
    record Request(Customer customer) implements MailVerdict {}

    /** What a customer writes on a ticket of theirs. */
    record Answer(Ticket ticket, Customer customer) implements MailVerdict {}

    /** Nobody can say without looking. */
    record Doubtful(QuarantineReason reason) implements MailVerdict {}
}
