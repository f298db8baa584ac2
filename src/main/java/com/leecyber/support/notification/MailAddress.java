package com.leecyber.support.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells one plain mail address from everything else that could stand in its place. */
final class MailAddress {

    private static final int LONGEST = 254;

    /** No name, list, comment or second header fits into this. */
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl},;:<>()\\[\\]\"\\\\@]+@[^\\s\\p{Cntrl},;<>()\"\\\\@]+");

    private MailAddress() {}

    /** What is wrong with it; empty when it is exactly one address. */
    static Optional<String> complaint(String address) {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            return Optional.of("not one plain mail address");
        }
        try {
            new InternetAddress(address, true).validate();
            return Optional.empty();
        } catch (AddressException e) {
            return Optional.of("not a mail address: " + e.getMessage());
        }
    }
}
