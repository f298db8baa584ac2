package com.leecyber.support.panel;

import com.leecyber.support.ticket.MessageKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fingerprints of what pages show: with another one, a page is out of date. They come from the database, and so are the
 * same on every node.
 */
@Component
class Prints {

    /** As many tickets as a list can show before it is read on; one query, and each line of it reads an index. */
    private static final String QUERY = """
            select true as list, c.id,
                   coalesce(md5(string_agg(t.id || ':' || t.version, ',' order by t.id)), 'none') as print
            from unnest(cast(:customers as bigint[])) c (id)
            left join lateral
                (select id, version from ticket where customer_id = c.id order by id desc limit 50) t on true
            group by c.id
            union all
            select false, t.id,
                   md5(t.version
                       || ':' || (select coalesce(max(m.id), 0) from message m where m.ticket_id = t.id
                                  and m.kind <> all (cast(:inside as text[])))
                       || ':' || (select count(*) from attachment a where a.ticket_id = t.id)
                       || ':' || (select coalesce(max(f.id), 0) from ticket f where f.follows_id = t.id)
                       || ':' || (select coalesce(max(u.id), 0) from incident_update u where u.incident = t.incident))
            from ticket t where t.id = any (cast(:tickets as bigint[]))
            """;

    /** What customers do not see changes no page of theirs. */
    private static final String INSIDE = array(
            Stream.of(MessageKind.values()).filter(kind -> !kind.isPublic()).map(MessageKind::name));

    private final JdbcClient database;

    Prints(JdbcClient database) {
        this.database = database;
    }

    private record Row(boolean list, long id, String print) {}

    /** That of one page. */
    String of(Watched page) {
        return of(List.of(page)).get(page);
    }

    /** Those of all these pages, in one query. */
    Map<Watched, String> of(Collection<Watched> pages) {
        Map<String, String> found = new HashMap<>();
        database.sql(QUERY)
                .param("customers", array(pages.stream().filter(Watched::isList).map(Watched::customerId)))
                .param(
                        "tickets",
                        array(pages.stream().filter(page -> !page.isList()).map(Watched::ticketId)))
                .param("inside", INSIDE)
                .query(Row.class)
                .list()
                .forEach(row -> found.put(row.list() + ":" + row.id(), row.print()));
        Map<Watched, String> prints = new HashMap<>();
        pages.forEach(page -> prints.put(
                page,
                found.getOrDefault(page.isList() + ":" + (page.isList() ? page.customerId() : page.ticketId()), "")));
        return prints;
    }

    /** As PostgreSQL reads an array. */
    private static String array(Stream<?> values) {
        return values.distinct().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
