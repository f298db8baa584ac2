package com.leecyber.support.security;

import com.leecyber.support.audit.EventKind;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.proof.Sha256;
import com.leecyber.support.ticket.Channel;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of the API's clients; the database knows their hashes only, so a copy of it opens nothing. */
@Component
@Transactional
public class ApiTokens {

    /** With people and their rights. */
    private static final String CHAIN = "ACCESS";

    private static final String PREFIX = "sd_";
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Creates a client and its token.
     *
     * @param name what the list of tokens calls the client; the journal knows its id
     * @param customerId whose tickets it sees; null unless the role is CUSTOMER
     * @param channel how its requests reach the desk; null unless the role is CUSTOMER
     * @return the token, which cannot be read again
     */
    public String create(String name, ApiRole role, Long customerId, Channel channel) {
        return create(name, role, customerId, channel, null, null);
    }

    /**
     * Creates a token with which a program acts as one of the desk's people ({@link ApiRole#DEPLOYMENTS}).
     *
     * @param name what the list of tokens calls it
     * @param staff the person's user name
     * @param lifetime from now on
     * @return the token, which cannot be read again
     */
    public String createFor(String staff, String name, Duration lifetime) {
        return create(name, ApiRole.DEPLOYMENTS, null, null, staff, now().plus(lifetime));
    }

    private String create(
            String name, ApiRole role, Long customerId, Channel channel, String staff, OffsetDateTime expiresAt) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        long client = database.sql(
                        "insert into api_client (name, role, customer_id, channel, staff, token_hash, created_at,"
                                + " expires_at) values (:name, :role, :customer, :channel, :staff, :hash, :now, :expires)"
                                + " returning id")
                .param("name", name)
                .param("role", role.name())
                .param("customer", customerId, Types.BIGINT)
                .param("channel", channel == null ? null : channel.name(), Types.VARCHAR)
                .param("staff", staff, Types.VARCHAR)
                .param("hash", hash(token))
                .param("now", now())
                .param("expires", expiresAt, Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Long.class)
                .single();
        Map<String, Object> details = new HashMap<>(Map.of("client", client, "role", role));
        putIfThere(details, "customer", customerId);
        putIfThere(details, "channel", channel);
        putIfThere(details, "staff", staff);
        putIfThere(details, "expiresAt", expiresAt == null ? null : expiresAt.toInstant());
        journal.record(CHAIN, EventKind.TOKEN_ISSUED, null, details);
        return token;
    }

    /** Whose token that is, unless it was revoked or is too old. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<ApiClient> find(String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        return database.sql(
                        "select id, name, role, customer_id, channel, staff from api_client where token_hash = :hash"
                                + " and revoked_at is null and (expires_at is null or expires_at > :now)")
                .param("hash", hash(token))
                .param("now", now())
                .query((row, number) -> client(row))
                .optional();
    }

    /**
     * Revokes every token of the clients with that name, from the next request on.
     *
     * @return how many there were
     */
    public int revoke(String name) {
        List<Long> revoked = database.sql("update api_client set revoked_at = :now"
                        + " where name = :name and revoked_at is null returning id")
                .param("name", name)
                .param("now", now())
                .query(Long.class)
                .list();
        revoked.forEach(client -> journal.record(CHAIN, EventKind.TOKEN_REVOKED, null, Map.of("client", client)));
        return revoked.size();
    }

    private static void putIfThere(Map<String, Object> details, String key, Object value) {
        if (value != null) {
            details.put(key, value);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new ApiClient(
                row.getLong("id"),
                row.getString("name"),
                ApiRole.valueOf(row.getString("role")),
                row.getObject("customer_id", Long.class),
                channel == null ? null : Channel.valueOf(channel),
                row.getString("staff"));
    }

    /** A token is as random as a key, so one round of a fast hash is enough. */
    private static String hash(String token) {
        return Sha256.hex(token);
    }
}
