package com.leecyber.support.difference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two lists laid side by side: what belongs together, and what of it changed its place.
 *
 * <p>As few as possible count as moved; where that leaves a choice it is the same whichever list comes first.
 */
final class Alignment<T> {

    /** Two that belong together, or one that has no counterpart. */
    record Pair<T>(Optional<T> before, Optional<T> after, int indexBefore, int indexAfter, boolean moved) {}

    private static final int NONE = -1;
    // Staying in place counts more than all the weights that decide between equals.
    private static final long STAYING = 1L << 48;

    private final List<T> before;
    private final List<T> after;
    private final int[] counterparts;
    private final boolean[] taken;

    Alignment(List<T> before, List<T> after) {
        this.before = before;
        this.after = after;
        counterparts = new int[after.size()];
        Arrays.fill(counterparts, NONE);
        taken = new boolean[before.size()];
    }

    /** Joins those that have no counterpart yet and the same key, in their order; without a key there is none. */
    Alignment<T> matching(Function<T, Optional<?>> keyBefore, Function<T, Optional<?>> keyAfter) {
        Map<Object, Deque<Integer>> waiting = new HashMap<>();
        for (int old = 0; old < taken.length; old++) {
            int index = old;
            if (!taken[old]) {
                keyBefore
                        .apply(before.get(old))
                        .ifPresent(key -> waiting.computeIfAbsent(key, absent -> new ArrayDeque<>())
                                .add(index));
            }
        }
        for (int proposed = 0; proposed < counterparts.length; proposed++) {
            Deque<Integer> candidates = counterparts[proposed] != NONE
                    ? null
                    : keyAfter.apply(after.get(proposed)).map(waiting::get).orElse(null);
            if (candidates != null && !candidates.isEmpty()) {
                counterparts[proposed] = candidates.remove();
                taken[counterparts[proposed]] = true;
            }
        }
        return this;
    }

    /** In the order of the second list; what is only in the first stands where it stood. */
    List<Pair<T>> pairs(Function<T, String> identity) {
        boolean[] stays = staying(identity);
        List<Pair<T>> pairs = new ArrayList<>();
        int next = 0;
        for (int proposed = 0; proposed < counterparts.length; proposed++) {
            int old = counterparts[proposed];
            if (old != NONE && stays[proposed]) {
                next = removed(next, old, pairs);
            }
            Optional<T> counterpart = old == NONE ? Optional.empty() : Optional.of(before.get(old));
            boolean moved = old != NONE && !stays[proposed];
            pairs.add(new Pair<>(counterpart, Optional.of(after.get(proposed)), old, proposed, moved));
        }
        removed(next, taken.length, pairs);
        return pairs;
    }

    private int removed(int from, int to, List<Pair<T>> pairs) {
        for (int old = from; old < to; old++) {
            if (!taken[old]) {
                pairs.add(new Pair<>(Optional.of(before.get(old)), Optional.empty(), old, NONE, false));
            }
        }
        return to;
    }

    /** The heaviest chain that keeps its order in both lists. */
    private boolean[] staying(Function<T, String> identity) {
        long[] weights = new long[counterparts.length];
        int[] previous = new int[counterparts.length];
        int heaviest = NONE;
        for (int index = 0; index < counterparts.length; index++) {
            previous[index] = NONE;
            if (counterparts[index] == NONE) {
                continue;
            }
            for (int earlier = 0; earlier < index; earlier++) {
                boolean inOrder = counterparts[earlier] != NONE && counterparts[earlier] < counterparts[index];
                if (inOrder && (previous[index] == NONE || weights[earlier] > weights[previous[index]])) {
                    previous[index] = earlier;
                }
            }
            weights[index] = weight(index, identity) + (previous[index] == NONE ? 0 : weights[previous[index]]);
            heaviest = heaviest == NONE || weights[index] > weights[heaviest] ? index : heaviest;
        }
        boolean[] stays = new boolean[counterparts.length];
        for (int index = heaviest; index != NONE; index = previous[index]) {
            stays[index] = true;
        }
        return stays;
    }

    private long weight(int index, Function<T, String> identity) {
        long one = scattered(identity.apply(after.get(index)));
        long other = scattered(identity.apply(before.get(counterparts[index])));
        return STAYING + ((one + other) & 0xFFFF_FFFFL);
    }

    /** Texts that are alike have hash codes of which sums are often equal; these are not. */
    private static long scattered(String text) {
        long bits = text.hashCode() * 0x9E37_79B9_7F4A_7C15L;
        bits = (bits ^ (bits >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
        return bits ^ (bits >>> 32);
    }
}
