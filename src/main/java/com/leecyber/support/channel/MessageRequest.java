package com.leecyber.support.channel;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a customer writes on a ticket. */
record MessageRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Перезагрузка не помогла.")
        String text) implements ApiBody {}
