package com.leecyber.support.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleTreeTest {

    @Property
    void everyLeafLeadsToTheRoot(@ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 199) int any) {
        List<byte[]> leaves = leaves(size);
        int index = any % size;

        assertThat(MerkleTree.root(leaves.get(index), index, size, MerkleTree.path(leaves, index)))
                .isEqualTo(MerkleTree.root(leaves));
    }

    @Property
    void anotherLeafPlaceSizeOrPathLeadsElsewhere(
            @ForAll @IntRange(min = 2, max = 200) int size, @ForAll @IntRange(max = 199) int any) {
        List<byte[]> leaves = leaves(size);
        int index = any % size;
        byte[] root = MerkleTree.root(leaves);
        List<byte[]> path = MerkleTree.path(leaves, index);

        assertThat(MerkleTree.root(MerkleTree.leaf(new byte[] {7}), index, size, path))
                .isNotEqualTo(root);
        assertThat(MerkleTree.root(leaves.get(index), (index + 1) % size, size, path))
                .isNotEqualTo(root);
        assertThat(MerkleTree.root(leaves.get(index), index, size, path.subList(1, path.size())))
                .isNotEqualTo(root);
        assertThat(MerkleTree.root(leaves.get(index), size, size, path)).isEmpty();
    }

    @Example
    void isTheTreeOfRfc6962() {
        assertThat(hex(MerkleTree.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        List<byte[]> two = List.of(MerkleTree.leaf(new byte[0]), MerkleTree.leaf(new byte[] {0}));
        assertThat(hex(MerkleTree.root(two)))
                .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> MerkleTree.leaf(("leaf " + index).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
