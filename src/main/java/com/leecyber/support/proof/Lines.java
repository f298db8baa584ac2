package com.leecyber.support.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a file, read one by one; a line that is longer than any entry is refused, not kept in memory. */
final class Lines implements Iterator<String> {

    static final int LONGEST = 4 << 20;

    private final InputStream input;
    private int next;

    Lines(InputStream input) {
        this.input = input;
        read();
    }

    @Override
    public boolean hasNext() {
        return next >= 0;
    }

    /**
     * {@inheritDoc}
     *
     * @throws Unreadable if the line is too long
     */
    @Override
    public String next() {
        if (next < 0) {
            throw new NoSuchElementException();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        while (next >= 0 && next != '\n') {
            tooLong |= line.size() >= LONGEST;
            if (!tooLong) {
                line.write(next);
            }
            read();
        }
        read();
        if (tooLong) {
            throw new Unreadable("longer than " + LONGEST + " bytes");
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void read() {
        try {
            next = next < 0 ? next : input.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
