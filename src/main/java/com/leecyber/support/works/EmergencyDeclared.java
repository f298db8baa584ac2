package com.leecyber.support.works;

/** L2 needs emergency works for a ticket: they have begun, and nobody performs them yet (R6.2). */
public record EmergencyDeclared(String number) {}
