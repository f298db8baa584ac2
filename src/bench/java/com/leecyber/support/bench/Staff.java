package com.leecyber.support.bench;

import java.util.List;
import java.util.Map;

/** The people of a large desk, in the place of the demo's one of each line. */
final class Staff {

    private static final Map<String, List<String>> LINES = Map.of(
            "anna",
            List.of(
                    "anna", "alla", "alexey", "artem", "darya", "denis", "egor", "elena", "fyodor", "galina", "igor",
                    "irina", "ivan", "kirill", "lev", "marina", "maxim", "nina", "pavel", "petr", "roman", "sofia",
                    "timur", "yulia"),
            "boris",
            List.of("boris", "bogdan", "georgy", "gleb", "kira", "mark", "stepan", "zoya"),
            "vera",
            List.of("vera", "valeria", "viktor"),
            "oleg",
            List.of("oleg", "ostap"));

    private Staff() {}

    /** Whom templates name. */
    static String names() {
        return String.join("|", LINES.keySet());
    }

    static List<String> all() {
        return LINES.values().stream().flatMap(List::stream).sorted().toList();
    }

    /** @param team any number that is not negative */
    static String inPlaceOf(String name, int team) {
        List<String> line = LINES.get(name);
        return line.get(team % line.size());
    }
}
