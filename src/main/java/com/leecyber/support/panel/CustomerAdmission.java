package com.leecyber.support.panel;

import com.leecyber.support.customer.ContactDetails;
import com.leecyber.support.customer.Customer;
import com.leecyber.support.security.CustomerSignIn;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes a customer of whoever has an account in the control panel and an address that is surely theirs. */
@Component
class CustomerAdmission {

    /** The reason for a refusal, as the sign-in page knows it. */
    static final String NO_ADDRESS = "no_address";

    private static final int NAME_LENGTH = 200;
    private static final int ADDRESS_LENGTH = 254;

    private final ContactDetails contacts;
    private final CustomerSignIn signIn;

    CustomerAdmission(ContactDetails contacts, CustomerSignIn signIn) {
        this.contacts = contacts;
        this.signIn = signIn;
    }

    /**
     * The customer whom the provider describes; a new one at the first sign-in.
     *
     * @throws OAuth2AuthenticationException when the provider does not vouch for a mail address
     */
    OidcUser admit(OidcUser described) {
        String address = described.getEmail();
        boolean usable = address != null && !address.isBlank() && address.length() <= ADDRESS_LENGTH;
        // Whoever could claim any address would read another customer's tickets.
        if (!usable || !Boolean.TRUE.equals(described.getEmailVerified())) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_ADDRESS));
        }
        return new ControlPanelCustomer(known(described, address.strip()), described.getIdToken());
    }

    private Customer known(OidcUser described, String address) {
        try {
            return admit(described, address);
        } catch (DataIntegrityViolationException madeMeanwhile) {
            // Two windows signed the same person in for the first time; the other one was faster.
            return admit(described, address);
        }
    }

    private Customer admit(OidcUser described, String address) {
        return contacts.admit(
                signIn.provider().orElseThrow(), described.getSubject(), address, name(described), language(described));
    }

    private static String name(OidcUser described) {
        String name = Stream.of(described.getFullName(), described.getPreferredUsername(), described.getEmail())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElseThrow()
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH) : name;
    }

    private static Locale language(OidcUser described) {
        String locale = described.getLocale();
        return locale != null && locale.startsWith("en") ? Locale.ENGLISH : Locale.forLanguageTag("ru");
    }
}
