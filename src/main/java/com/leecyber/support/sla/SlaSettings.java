package com.leecyber.support.sla;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The spans of time that no decision table holds. An installation that sets nonsense does not start.
 *
 * @param hardwareRepair how long a hardware repair may take from the detection of the fault (R5.4b); 12 hours
 * @param hardwareWarningShare the share of it after which the shift lead is warned: above 0, at most 1; 0.75
 * @param reminderAfter how long after a question the customer is reminded of it (R5.2); 24 hours
 * @param closeAfter how long after a question the ticket is closed without an answer (R5.2); 7 days
 */
@ConfigurationProperties("support.sla")
public record SlaSettings(
        @DefaultValue("PT12H") Duration hardwareRepair,
        @DefaultValue("0.75") double hardwareWarningShare,
        @DefaultValue("PT24H") Duration reminderAfter,
        @DefaultValue("P7D") Duration closeAfter) {

    public SlaSettings {
        requirePositive(hardwareRepair, "hardware-repair");
        requirePositive(reminderAfter, "reminder-after");
        if (closeAfter.compareTo(reminderAfter) <= 0) {
            throw new IllegalArgumentException(
                    "support.sla.close-after must be longer than support.sla.reminder-after: " + closeAfter);
        }
        if (!(hardwareWarningShare > 0 && hardwareWarningShare <= 1)) {
            throw new IllegalArgumentException(
                    "support.sla.hardware-warning-share must be above 0 and at most 1: " + hardwareWarningShare);
        }
    }

    ResponseWindow hardwareWindow() {
        return new ResponseWindow(hardwareRepair, hardwareWarningShare, "R5.4b", "support.sla.hardware-repair", null);
    }

    private static void requirePositive(Duration span, String name) {
        if (span.isNegative() || span.isZero() || span.getNano() != 0) {
            throw new IllegalArgumentException(
                    "support.sla." + name + " must be a positive number of whole seconds: " + span);
        }
    }
}
