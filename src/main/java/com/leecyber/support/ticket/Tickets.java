package com.leecyber.support.ticket;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All tickets. */
public interface Tickets extends Repository<Ticket, Long> {

    Ticket save(Ticket ticket);

    Optional<Ticket> findById(Long id);

    List<Ticket> findByIdIn(Collection<Long> ids);

    Optional<Ticket> findByNumberAndCustomerId(String number, long customerId);

    /** A customer's tickets older than a place in the list, newest first. */
    List<Ticket> findByCustomerIdAndIdLessThanOrderByIdDesc(long customerId, long before, Limit limit);

    /** The same, of those in one of these states. */
    List<Ticket> findByCustomerIdAndStatusInAndIdLessThanOrderByIdDesc(
            long customerId, Collection<TicketStatus> states, long before, Limit limit);

    /** The tickets that go on from one of a customer's. */
    List<Ticket> findByCustomerIdAndFollowsIdOrderById(long customerId, long followed);

    List<Ticket> findByStatusAndReleaseVersion(TicketStatus status, String releaseVersion);

    /** The next tickets by id of those that were closed since a moment. */
    List<Ticket> findByClosedAtGreaterThanEqualAndIdGreaterThanOrderById(Instant since, long after, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select ticket from Ticket ticket where ticket.number = :number")
    Optional<Ticket> findLocked(String number);

    /**
     * The ticket, locked until the transaction ends: one writer at a time keeps its facts in order.
     *
     * <p>Everybody locks the ticket first and then its journal, so that nobody waits in a circle.
     */
    default Ticket lock(String number) {
        return findLocked(number).orElseThrow(() -> new IllegalStateException("No ticket " + number));
    }

    /**
     * The ticket that a number stands for; a number without one is a defect of the caller.
     *
     * <p>Looked up by the id inside the number: every step asks this several times, and within a transaction only the first
     * goes to the database.
     */
    default Ticket get(String number) {
        return find(number).orElseThrow(() -> new IllegalStateException("No ticket " + number));
    }

    /** As {@link #get}, for a number that somebody from outside has named. */
    default Optional<Ticket> find(String number) {
        return TicketNumber.idOf(number)
                .flatMap(this::findById)
                .filter(ticket -> ticket.number().equals(number));
    }
}
