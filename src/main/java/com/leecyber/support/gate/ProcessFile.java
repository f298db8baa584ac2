package com.leecyber.support.gate;

public record ProcessFile(String name, byte[] content) {
    public String text() {
        return new String(content, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ProcessFile f && f.name.equals(name) && java.util.Arrays.equals(f.content, content);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
