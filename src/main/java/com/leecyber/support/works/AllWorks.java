package com.leecyber.support.works;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All works, planned and emergency. */
public interface AllWorks extends Repository<Works, String> {

    Works save(Works works);

    Optional<Works> findById(String number);

    @Query(value = "select nextval('planned_works_number')", nativeQuery = true)
    long nextPlanned();

    @Query(value = "select nextval('emergency_works_number')", nativeQuery = true)
    long nextEmergency();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select works from Works works where works.number = :number")
    Optional<Works> findLocked(String number);

    /** The emergency works that a ticket made necessary and that are not over. */
    Optional<Works> findByCauseTicketAndState(String causeTicket, WorksState state);

    List<Works> findAllByOrderByCreatedAtDesc(Limit limit);

    /** What is planned or runs, and what ended or was cancelled after a moment. */
    @Query("select works from Works works where works.state in (PLANNED, APPROVED, RUNNING)"
            + " or works.endedAt > :moment or works.cancelledAt > :moment")
    List<Works> findSince(Instant moment);

    /** The works, locked until the transaction ends; a number without any is a defect of the caller. */
    default Works lock(String number) {
        return findLocked(number).orElseThrow(() -> new IllegalStateException("No works " + number));
    }

    /** The works that a number stands for; a number without any is a defect of the caller. */
    default Works get(String number) {
        return find(number).orElseThrow(() -> new IllegalStateException("No works " + number));
    }

    /** As {@link #get}, for what may be no number of works. */
    default Optional<Works> find(String number) {
        return WorksNumber.is(number) ? findById(number) : Optional.empty();
    }
}
