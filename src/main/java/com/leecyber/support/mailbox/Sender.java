package com.leecyber.support.mailbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who wrote a mail, as far as a mail says: the one address of its From. */
final class Sender {

    private static final int LONGEST = 254;

    /** No name, list, comment or second header fits into this. */
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl},;:<>()\\[\\]\"\\\\@]+@[^\\s\\p{Cntrl},;<>()\"\\\\@]+");

    /** Part of a name; whatever is hidden in it is no address and no punctuation. */
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]{1,60}\\?[bBqQ]\\?[^?\\s]*\\?=");

    private Sender() {}

    /** The address in small letters; empty when there are several, none, or none that is plain. */
    static Optional<String> of(String[] fromHeaders) {
        if (fromHeaders == null || fromHeaders.length != 1) {
            return Optional.empty();
        }
        try {
            String from = ENCODED_WORD.matcher(fromHeaders[0]).replaceAll("name");
            InternetAddress[] addresses = InternetAddress.parseHeader(from, false);
            return addresses.length == 1 && !addresses[0].isGroup() && addresses[0].getAddress() != null
                    ? Optional.of(addresses[0].getAddress().strip().toLowerCase(Locale.ROOT))
                            .filter(Sender::isPlain)
                    : Optional.empty();
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isPlain(String address) {
        return address.length() <= LONGEST && PLAIN.matcher(address).matches();
    }
}
