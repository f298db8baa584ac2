package com.leecyber.support.proof;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What believable checkpoints say of every chain, compared with entries as they come. */
final class HeadIndex {

    private record Said(String hash, int checkpoint) {}

    private final Map<String, TreeMap<Integer, Said>> heads = new HashMap<>();
    private final Map<String, Integer> lastSeen = new HashMap<>();
    private final Findings findings;
    private long uncovered;
    private Instant oldestUncovered;

    HeadIndex(Findings findings) {
        this.findings = findings;
    }

    void add(Head head, int checkpoint) {
        heads.computeIfAbsent(head.chain(), chain -> new TreeMap<>())
                .putIfAbsent(head.sequence(), new Said(head.hash(), checkpoint));
    }

    void compare(JournalEntry entry) {
        lastSeen.merge(entry.ticket(), entry.sequence(), Math::max);
        TreeMap<Integer, Said> said = heads.get(entry.ticket());
        if (said == null || entry.sequence() > said.lastKey()) {
            uncovered++;
            if (oldestUncovered == null || entry.recordedAt().isBefore(oldestUncovered)) {
                oldestUncovered = entry.recordedAt();
            }
        } else {
            Said head = said.get(entry.sequence());
            if (head != null && !head.hash().equals(entry.hash())) {
                find(FindingKind.ENTRY_REWRITTEN, entry.ticket(), entry.sequence(), head);
            }
        }
    }

    /**
     * Names what checkpoints say and no entry came for.
     *
     * @param whole whether all chains should have come; else only those are looked at of which something came
     * @return how many chains were not looked at
     */
    long end(boolean whole) {
        long absent = 0;
        for (Map.Entry<String, TreeMap<Integer, Said>> chain : heads.entrySet()) {
            Integer last = lastSeen.get(chain.getKey());
            if (last == null && !whole) {
                absent++;
                continue;
            }
            Map.Entry<Integer, Said> lost = chain.getValue().higherEntry(last == null ? 0 : last);
            if (lost != null) {
                find(FindingKind.TAIL_CUT, chain.getKey(), lost.getKey(), lost.getValue());
            }
        }
        return absent;
    }

    long uncovered() {
        return uncovered;
    }

    Instant oldestUncovered() {
        return oldestUncovered;
    }

    private void find(FindingKind kind, String chain, int sequence, Said head) {
        findings.add(Finding.ofHead(kind, new Head(chain, sequence, head.hash()), head.checkpoint()));
    }
}
