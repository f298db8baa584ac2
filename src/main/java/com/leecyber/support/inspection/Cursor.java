package com.leecyber.support.inspection;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads long answers a few hundred rows at a time; only within a transaction does the database hand them over so. */
final class Cursor {

    private static final int ROWS = 500;

    private Cursor() {}

    static JdbcClient over(DataSource source) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(ROWS);
        return JdbcClient.create(template);
    }
}
