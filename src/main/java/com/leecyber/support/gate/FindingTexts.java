package com.leecyber.support.gate;

@org.springframework.stereotype.Component
public class FindingTexts {
    public java.util.List<String> lines(java.util.List<Finding> f, java.util.Locale l) {
        return f.stream().map(Object::toString).toList();
    }
}
