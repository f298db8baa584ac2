package com.leecyber.support.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The chains that an entry names, so that a reader can go on from it. */
final class ChainLinks {

    private static final Pattern TICKET = Pattern.compile("SD-\\d{4}-\\d{6,18}");
    private static final Pattern OTHER = Pattern.compile("(?:MI|PW|EW)-\\d{4}-\\d{6,18}|CH-\\d{1,18}|MAIL-\\d{1,18}");
    private static final int MOST = 20;

    private ChainLinks() {}

    /** Where a chain is shown: a ticket's story, or the bare entries of anything else. */
    record Link(String chain, String address) {

        static Link to(String chain) {
            return new Link(chain, ChainLink.of(chain));
        }
    }

    /** The first chains that an entry's details name, its own excepted. */
    static List<Link> in(EntryDetails details, String own) {
        List<String> chains = new ArrayList<>();
        details.json().forEach(value -> collect(value, chains));
        return chains.stream()
                .filter(chain -> !chain.equals(own))
                .distinct()
                .limit(MOST)
                .map(Link::to)
                .toList();
    }

    private static void collect(JsonNode value, List<String> chains) {
        if (value.isTextual() && isChain(value.asText())) {
            chains.add(value.asText());
        } else if (value.isArray()) {
            value.forEach(each -> collect(each, chains));
        }
    }

    private static boolean isChain(String text) {
        return TICKET.matcher(text).matches() || OTHER.matcher(text).matches();
    }
}
