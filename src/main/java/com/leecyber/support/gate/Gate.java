package com.leecyber.support.gate;

@org.springframework.stereotype.Component
public class Gate {
    public java.util.List<Finding> check(java.util.Collection<ProcessFile> deployment) {
        return java.util.List.of();
    }
}
