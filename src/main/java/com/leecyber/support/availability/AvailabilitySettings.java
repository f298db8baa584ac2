package com.leecyber.support.availability;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is promised of a month or a year (R7.1). An installation that sets nonsense does not start.
 *
 * @param target the promised share of the time: above 0, at most 1; 0.9998
 * @param zone where months and years begin
 */
@ConfigurationProperties("support.availability")
record AvailabilitySettings(
        @DefaultValue("0.9998") BigDecimal target,
        @DefaultValue("Europe/Moscow") ZoneId zone) {

    AvailabilitySettings {
        if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("support.availability.target must be above 0 and at most 1: " + target);
        }
    }

    /** How long a period of that length may be without service: 8 min 38.4 s in 30 days. */
    Duration budget(Duration period) {
        BigDecimal millis = BigDecimal.ONE.subtract(target).multiply(BigDecimal.valueOf(period.toMillis()));
        return Duration.ofMillis(millis.longValue());
    }
}
