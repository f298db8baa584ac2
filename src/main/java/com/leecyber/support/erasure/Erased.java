package com.leecyber.support.erasure;

import java.nio.charset.StandardCharsets;

/**
 * What stands where something was erased. It is stored rather than shown instead, so that every page, export and mail
 * client shows it, in both languages and without knowing of erasures.
 */
final class Erased {

    /** In place of a text. */
    static final String TEXT = "Удалено по запросу · Erased on request";

    /** In place of a file's name and contents. */
    static final String FILE_NAME = "Удалено по запросу - Erased on request.txt";

    static final byte[] FILE = TEXT.getBytes(StandardCharsets.UTF_8);

    /** In place of a mail. */
    static final byte[] MAIL = mail(TEXT);

    /** In place of a fingerprint: that of a known file would still tell who had it. */
    static final String DIGEST = "0".repeat(64);

    /** In place of a recipient: an address that can exist nowhere (RFC 2606). */
    static final String NOBODY = "erased@invalid";

    private Erased() {}

    /** A mail that says nothing but that. */
    static byte[] mail(String text) {
        return ("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        + text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
