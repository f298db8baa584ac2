package com.leecyber.support.notification;

/** Clauses as readers of the regulation know them: {@code 3.2}, where the desk itself writes {@code R3.2}. */
final class Clause {

    private Clause() {}

    static String forReaders(String clause) {
        return clause.startsWith("R") ? clause.substring(1) : clause;
    }
}
