package com.leecyber.support.works;

/** The emergency works that a ticket made necessary are over (R6.2). */
public record EmergencyOver(String ticket) {}
