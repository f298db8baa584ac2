package com.leecyber.support.gate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Characters that nobody sees, and that make a text read otherwise than it is. */
final class Characters {

    private Characters() {}

    /** The content as text, empty unless it is strictly UTF-8. */
    static Optional<String> strictly(ProcessFile file) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether a text has a control character other than tabs and line ends, or one that turns the reading direction. */
    static boolean hasHidden(String text) {
        return text.codePoints().anyMatch(Characters::isHidden);
    }

    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .forEach(character -> visible.appendCodePoint(
                        isHidden(character) || character == '\n' || character == '\r' ? '\uFFFD' : character));
        return visible.toString();
    }

    private static boolean isHidden(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> false;
            // The zero-width ones and the direction marks; the soft hyphen; a byte-order mark inside a text.
            case 0xAD, 0x61C, 0x180E, 0xFEFF -> true;
            default ->
                Character.isISOControl(character)
                        || character >= 0x200B && character <= 0x200F
                        || character >= 0x2028 && character <= 0x202E
                        || character >= 0x2060 && character <= 0x206F
                        || character >= 0xFFF9 && character <= 0xFFFC
                        || character >= 0xE0000 && character <= 0xE0FFF
                        || character >= 0xD800 && character <= 0xDFFF;
        };
    }
}
