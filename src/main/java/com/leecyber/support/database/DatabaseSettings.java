package com.leecyber.support.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the embedded PostgreSQL keeps its data between starts.
 *
 * @param directory a folder of the user's; created when missing
 */
@ConfigurationProperties("support.database")
record DatabaseSettings(Path directory) {}
