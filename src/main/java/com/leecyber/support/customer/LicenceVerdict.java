package com.leecyber.support.customer;

/**
 * Whether a customer may ask for support, and by which rule (R1.4).
 *
 * @param decisionVersion the version of the decision table that said so
 */
public record LicenceVerdict(boolean valid, String clause, String rule, String decisionVersion) {}
