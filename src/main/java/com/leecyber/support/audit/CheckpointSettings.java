package com.leecyber.support.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how often the journal's heads are signed and kept outside the database. An installation that sets nonsense does
 * not start.
 *
 * @param enabled whether this node takes checkpoints
 * @param every how often, if something new happened
 * @param directory a folder outside the database, shared by all nodes; null for one in the user's home
 * @param keyFile the private key in PKCS #8 PEM, shared by all nodes; null for one beside the directory
 */
@ConfigurationProperties("support.audit.checkpoints")
record CheckpointSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT15M") Duration every,
        Path directory,
        Path keyFile) {

    CheckpointSettings {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("support.audit.checkpoints.every must be positive: " + every);
        }
    }

    /** Whether somebody chose the places; those of a user's home may be missing where nobody needs them. */
    boolean isPlaceChosen() {
        return directory != null || keyFile != null;
    }

    Path folder() {
        return directory != null
                ? directory.toAbsolutePath()
                : Path.of(System.getProperty("user.home"), ".support-desk", "checkpoints");
    }

    Path key() {
        return keyFile != null
                ? keyFile.toAbsolutePath()
                : folder().resolveSibling(folder().getFileName() + ".key.pem");
    }
}
