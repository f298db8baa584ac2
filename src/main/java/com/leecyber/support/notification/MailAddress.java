package com.leecyber.support.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** Tells one plain mail address from everything else that could stand in its place. */
final class MailAddress {

    private static final int LONGEST = 254;

    private MailAddress() {}

    /** What is wrong with it; empty when it is exactly one address, without a name, a list or a header behind it. */
    static Optional<String> complaint(String address) {
        if (address.length() > LONGEST
                || !address.matches("[^\\s\\p{Cntrl},;<>()\\[\\]\"\\\\:@]+@[^\\s\\p{Cntrl},;<>()\"\\\\@]+")) {
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
