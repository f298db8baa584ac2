package com.leecyber.support.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded PostgreSQL keeps its data between starts.
 *
 * @param directory a folder of the user's; created when missing
 */
@ConfigurationProperties("support.database")
record DatabaseSettings(
        @DefaultValue("${user.home}/.support-desk/postgres") Path directory) {}
