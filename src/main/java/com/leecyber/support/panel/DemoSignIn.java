package com.leecyber.support.panel;

import com.leecyber.support.customer.Customers;
import com.leecyber.support.security.SignInAttempts;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The demo's customers sign in with the demo's password; outside the demo nobody has one here.
 *
 * <p>No {@link AuthenticationProvider} itself: as a bean it would let customers in at the staff's door.
 */
@Component
@Profile("demo")
class DemoSignIn {

    private static final String PASSWORD = "demo";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final String DOMAIN = "@customers.example";

    private final Customers customers;
    private final SignInAttempts attempts;

    DemoSignIn(Customers customers, SignInAttempts attempts) {
        this.customers = customers;
        this.attempts = attempts;
    }

    /** The same as the panel's chain uses it. */
    AuthenticationProvider provider() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication signIn) {
                return signedIn(signIn);
            }

            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    private Authentication signedIn(Authentication signIn) {
        String address =
                signIn.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        attempts.check(address);
        DemoCustomer principal = Optional.of(signIn.getName().strip())
                .filter(name -> NAME.matcher(name).matches())
                .flatMap(name -> customers.findByEmailIgnoreCase(name + DOMAIN))
                .filter(known -> PASSWORD.equals(signIn.getCredentials()))
                .map(known -> new DemoCustomer(known.id(), known.language()))
                .orElseThrow(() -> {
                    attempts.failed(address);
                    return new BadCredentialsException("Unknown customer or wrong password");
                });
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList(SignedInCustomer.AUTHORITY));
        authentication.setDetails(signIn.getDetails());
        return authentication;
    }
}
