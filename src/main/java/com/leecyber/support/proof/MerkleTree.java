package com.leecyber.support.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * One hash over many leaves, and short proofs that a leaf is among them, as in RFC 6962: a leaf is hashed after the byte 0, a
 * node after the byte 1, and the left half of a tree is the largest power of two that leaves something for the right.
 */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    static byte[] leaf(byte[] content) {
        return Sha256.of(LEAF, content);
    }

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = split(leaves.size());
        return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The hashes that lead from a leaf to the root, the lowest first. */
    static List<byte[]> path(List<byte[]> leaves, int index) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> path = index < split ? path(left, index) : path(right, index - split);
        path.add(index < split ? root(right) : root(left));
        return path;
    }

    /** The root that a leaf and its path lead to; an empty array when the path has the wrong length. */
    static byte[] root(byte[] leaf, int index, int size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return new byte[0];
        }
        byte[] root = leaf;
        int place = index;
        int last = size - 1;
        for (byte[] sibling : path) {
            if (last == 0) {
                return new byte[0];
            }
            if (place % 2 == 1 || place == last) {
                root = node(sibling, root);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                root = node(root, sibling);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 ? root : new byte[0];
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
