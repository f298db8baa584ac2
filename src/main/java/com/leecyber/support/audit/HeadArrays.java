package com.leecyber.support.audit;

import com.leecyber.support.proof.Head;
import java.util.List;

/** Heads as three arrays of equal length: one parameter each, however many they are. */
record HeadArrays(String[] chains, Integer[] sequences, String[] hashes) {

    static HeadArrays of(List<Head> heads) {
        return new HeadArrays(
                heads.stream().map(Head::chain).toArray(String[]::new),
                heads.stream().map(Head::sequence).toArray(Integer[]::new),
                heads.stream().map(Head::hash).toArray(String[]::new));
    }
}
