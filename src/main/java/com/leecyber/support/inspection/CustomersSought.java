package com.leecyber.support.inspection;

import com.leecyber.support.ticket.InvalidInput;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which customers are meant by an id, or by a part of their name or address.
 *
 * <p>There are some thousands of them, and one walk through all takes a few milliseconds: that needs neither an index nor
 * an extension of the database.
 */
@Component
class CustomersSought {

    /** A search goes through no more customers than these. */
    static final int MOST = 200;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 254;

    private final JdbcClient database;

    CustomersSought(JdbcClient database) {
        this.database = database;
    }

    /**
     * Their ids; none when nobody is meant.
     *
     * @throws InvalidInput when the part is too short, or too many have it
     */
    @Transactional(readOnly = true)
    List<Long> of(String typed) {
        if (typed.matches("#?\\d{1,15}")) {
            return List.of(Long.valueOf(typed.replace("#", "")));
        }
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            throw new InvalidInput("customer", "audit.search.error.customer", SHORTEST, LONGEST);
        }
        List<Long> found = database.sql("select id from customer where strpos(lower(name), lower(:part)) > 0"
                        + " or strpos(lower(email), lower(:part)) > 0 limit :most")
                .param("part", typed)
                .param("most", MOST + 1)
                .query(Long.class)
                .list();
        if (found.size() > MOST) {
            throw new InvalidInput("customer", "audit.search.error.many-customers", MOST);
        }
        return found;
    }
}
