package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetailsTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");

    @Test
    void writesDetailsWithSortedKeysAndIsoTexts() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("б", 2);
        inner.put("а", Duration.ofMinutes(30));
        Map<String, Object> details = new HashMap<>();
        details.put("release", null);
        details.put("at", AT);
        details.put("kind", EventKind.ESCALATED);
        details.put("list", List.of(true, inner));

        assertThat(Details.json(details))
                .isEqualTo("{\"at\":\"2026-03-02T09:00:00.123Z\",\"kind\":\"ESCALATED\","
                        + "\"list\":[true,{\"а\":\"PT30M\",\"б\":2}],\"release\":null}");
    }
}
