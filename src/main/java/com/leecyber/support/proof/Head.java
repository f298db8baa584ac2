package com.leecyber.support.proof;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a chain had come: its last entry at some moment.
 *
 * @param chain the number of the ticket, change, works or incident
 * @param sequence of its last entry, counted from 1
 * @param hash of that entry
 */
public record Head(String chain, int sequence, String hash) {

    private static final Pattern LINE = Pattern.compile("(.+) ([1-9][0-9]{0,8}) ([0-9a-f]{64})");

    /** The head as a line of a checkpoint's file, and as a leaf of its tree. */
    public String line() {
        return chain + " " + sequence + " " + hash;
    }

    static Head read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new Unreadable("not a head: " + Shortened.of(line));
        }
        return new Head(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
    }

    byte[] leaf() {
        return MerkleTree.leaf(line().getBytes(StandardCharsets.UTF_8));
    }
}
