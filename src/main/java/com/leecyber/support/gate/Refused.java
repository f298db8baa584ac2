package com.leecyber.support.gate;

public class Refused extends RuntimeException {
    private final java.util.List<Finding> findings;

    public Refused(java.util.List<Finding> f) {
        findings = f;
    }

    public java.util.List<Finding> findings() {
        return findings;
    }
}
