package com.leecyber.support.inspection;

/** Where a chain of the journal is told: a ticket has its story, any other chain its list of entries. */
final class ChainLink {

    private ChainLink() {}

    static String of(String chain) {
        return (chain.matches("SD-\\d{4}-\\d{6,18}") ? "/audit/tickets/" : "/audit/chains/") + Queries.segment(chain);
    }
}
