package com.leecyber.support.gate;

public record Finding(String rule, String file, String element, String clause) {}
