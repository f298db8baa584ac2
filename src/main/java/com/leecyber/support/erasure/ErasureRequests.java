package com.leecyber.support.erasure;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.ContactDetails.Known;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins erasures. The customer is nobody from this transaction on: no sign-in, no token, no chat, and a mail from the old
 * address is a stranger's. {@link ErasureWork} erases what they left behind.
 */
@Service
class ErasureRequests {

    /** The chain of the journal in which all erasures stand. */
    static final String CHAIN = "ERASURES";

    static final int REFERENCE_LENGTH = 200;

    private final ContactDetails customers;
    private final Contacts contacts;
    private final Subjects subjects;
    private final Erasures erasures;
    private final Journal journal;
    private final Clock clock;

    ErasureRequests(
            ContactDetails customers,
            Contacts contacts,
            Subjects subjects,
            Erasures erasures,
            Journal journal,
            Clock clock) {
        this.customers = customers;
        this.contacts = contacts;
        this.subjects = subjects;
        this.erasures = erasures;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Asks for all of a customer's personal data to be erased. It cannot be undone.
     *
     * @param confirmed the customer's number, typed once more
     * @param reference where the request is kept; no name and no address
     * @return the erasure's number
     * @throws InvalidInput when something typed is wrong, a ticket is open, or it was done before
     */
    @Transactional
    public long request(long customerId, String confirmed, String reference) {
        String kept = reference == null
                ? ""
                : reference.replaceAll("\\p{Cntrl}+", " ").strip();
        checkTyped(customerId, confirmed, kept);
        erasures.ofCustomer(customerId).ifPresent(before -> {
            throw new InvalidInput("customer", "erasure.error.again", "" + before.id());
        });
        TreeSet<Long> chats = contacts.chatsOf(customerId);
        Known known = customers
                .forget(customerId)
                .orElseThrow(() -> new InvalidInput("customer", "erasure.error.gone", "" + customerId));
        // Asked once the customer is locked: nobody registers for them meanwhile.
        List<String> open = subjects.open(customerId);
        if (!open.isEmpty()) {
            throw new InvalidInput("customer", "erasure.error.open", String.join(", ", open));
        }
        refuseNames(kept, known);
        known.chat().ifPresent(chats::add);
        contacts.shut(customerId);
        long id = erasures.add(customerId, Actor.current(), clock.instant(), kept, known.email(), chats);
        journal.record(
                CHAIN,
                EventKind.ERASURE_REQUESTED,
                null,
                Map.of("erasure", id, "customer", customerId, "reference", kept));
        return id;
    }

    private static void checkTyped(long customerId, String confirmed, String reference) {
        List<FieldError> errors = new ArrayList<>();
        if (confirmed == null || !confirmed.strip().equals("" + customerId)) {
            errors.add(new FieldError("confirmed", "erasure.error.confirmed", "" + customerId));
        }
        if (reference.isEmpty()) {
            errors.add(new FieldError("reference", "erasure.error.reference"));
        }
        if (reference.length() > REFERENCE_LENGTH) {
            errors.add(
                    new FieldError("reference", "erasure.error.reference-long", REFERENCE_LENGTH, reference.length()));
        }
        InvalidInput.throwIfAny(errors);
    }

    /** The reference is kept for good, in the journal too. */
    private static void refuseNames(String reference, Known known) {
        String said = reference.toLowerCase(Locale.ROOT);
        if (said.contains("@")
                || said.contains(known.email().toLowerCase(Locale.ROOT))
                || said.contains(known.name().toLowerCase(Locale.ROOT))) {
            throw new InvalidInput("reference", "erasure.error.reference-names");
        }
    }
}
