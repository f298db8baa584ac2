package com.leecyber.support.gate;

import java.util.Optional;
import java.util.regex.Pattern;

/** One file, whatever its kind: a plain name, readable text of a reasonable size; then what its kind asks for. */
final class FileCheck {

    private static final int LARGEST = 1_048_576;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,79}\\.[a-z]{1,10}");

    private FileCheck() {}

    static void check(ProcessFile file, Surroundings surroundings, Report report) {
        if (!NAME.matcher(file.name()).matches()) {
            report.refuse("file-name", "");
            return;
        }
        if (file.kind().isEmpty()) {
            report.refuse("file-kind", "");
            return;
        }
        if (file.size() > LARGEST) {
            report.refuse("file-size", "");
            return;
        }
        Optional<String> text = Characters.strictly(file);
        if (text.isEmpty()) {
            report.refuse("encoding", "");
        } else if (Characters.hasHidden(text.get())) {
            report.refuse("characters", "line " + line(text.get()));
        } else {
            switch (file.kind().get()) {
                case DIAGRAM -> DiagramCheck.check(file, text.get(), surroundings, report);
                case TABLE -> TableCheck.check(file, text.get(), surroundings, report);
                case FORM -> FormCheck.check(file, text.get(), report);
            }
        }
    }

    private static long line(String text) {
        return 1 + text.lines().takeWhile(line -> !Characters.hasHidden(line)).count();
    }
}
