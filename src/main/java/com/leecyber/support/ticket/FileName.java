package com.leecyber.support.ticket;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Makes a sender's file name safe to show and to save under. */
public final class FileName {

    private static final int BYTES = 200;

    private FileName() {}

    /** The last path element, without characters that hide, turn or break text, at most 200 bytes long. */
    public static String of(String claimed) {
        String name = claimed == null ? "" : Normalizer.normalize(claimed, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Cf holds the zero-width and direction characters that disguise an ending.
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
                .strip();
        name = name.replaceAll("^\\.+", "");
        return name.isEmpty() ? "file" : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        String base = name.substring(0, name.length() - ending.length());
        while (bytes(base + ending) > BYTES) {
            base = base.substring(0, base.offsetByCodePoints(base.length(), -1));
        }
        return base + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
