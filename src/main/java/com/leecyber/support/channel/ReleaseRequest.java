package com.leecyber.support.channel;

import com.leecyber.support.ticket.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/** A release that is out (R5.4c). */
record ReleaseRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026.2", maxLength = LENGTH)
        String version) implements ApiBody {

    private static final int LENGTH = 60;

    /** The version as agents type it. */
    String checked() {
        String trimmed = version == null ? "" : version.strip();
        if (trimmed.isEmpty() || trimmed.length() > LENGTH || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("version", "api.release-version");
        }
        return trimmed;
    }
}
