package com.leecyber.support.customer;

import com.leecyber.support.audit.Decided;

/**
 * Whether a customer may ask for support, and by which rule (R1.4).
 *
 * @param decided what the decision table was asked and answered
 */
public record LicenceVerdict(boolean valid, String clause, String rule, Decided decided) {

    /** The version of the decision table that said so. */
    public String decisionVersion() {
        return decided.table();
    }
}
