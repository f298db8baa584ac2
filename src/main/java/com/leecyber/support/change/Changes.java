package com.leecyber.support.change;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All changes that were ever proposed. */
interface Changes extends Repository<Change, Long> {

    Change save(Change change);

    /** With its files. */
    @EntityGraph(attributePaths = "files")
    Optional<Change> findById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select change from Change change where change.id = :id")
    Optional<Change> findLocked(long id);

    List<Change> findByOrderByIdDesc(Limit limit);

    @EntityGraph(attributePaths = "files")
    List<Change> findByStateAndProposedBy(ChangeState state, String proposedBy);

    @Query(
            "select change from Change change where change.state = DEPLOYED and change.movedAt is null order by change.id")
    List<Change> findMoving();

    default Change lock(long id) {
        return findLocked(id).orElseThrow(NoSuchChange::new);
    }

    default Change get(long id) {
        return findById(id).orElseThrow(NoSuchChange::new);
    }
}
