package com.leecyber.support.notification;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys that nobody has to configure: made when first needed, kept in the database, the same on every node. */
@Component
class DeskSecrets {

    private static final int BYTES = 32;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    DeskSecrets(JdbcClient database) {
        this.database = database;
    }

    byte[] get(String name) {
        byte[] value = known.get(name);
        return value == null ? made(name) : value;
    }

    /** What is read may still be rolled back, so it is remembered only once it was found and not made just now. */
    private byte[] made(String name) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        int added = database.sql("insert into desk_secret (name, value) values (?, ?) on conflict do nothing")
                .params(name, fresh)
                .update();
        byte[] value = database.sql("select value from desk_secret where name = ?")
                .param(name)
                .query(byte[].class)
                .single();
        if (added == 0) {
            known.put(name, value);
        }
        return value;
    }
}
