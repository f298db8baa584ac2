package com.leecyber.support.gate;

import java.util.List;

/**
 * One thing that is wrong with a file.
 *
 * @param rule the stable id of the rule it breaks, such as {@code script}; docs/gate.md lists them
 * @param file the file's name
 * @param element the id of the element, row, cell or field, {@code line 12} where there is none, or an empty text
 * @param clause the clause of the regulation that the rule holds, such as {@code R3.2}, or null
 * @param arguments what the texts name besides file and element
 */
public record Finding(String rule, String file, String element, String clause, List<String> arguments) {

    /** Copies the arguments. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** The key of the text that says what is wrong. */
    public String whyKey() {
        return "gate." + rule + ".why";
    }

    /** The key of the text that says how to mend it. */
    public String mendKey() {
        return "gate." + rule + ".mend";
    }
}
