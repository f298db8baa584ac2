package com.leecyber.support.security;

import com.leecyber.support.security.StaffDirectory.Staff;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs people in by password, wherever it comes from: the form and HTTP Basic both say the sender's address, and wrong
 * passwords count for both.
 */
@Component
class StaffAuthentication implements AuthenticationProvider {

    private final StaffDirectory directory;
    private final SignInAttempts attempts;
    private final SignInSettings settings;
    private final Clock clock;

    StaffAuthentication(StaffDirectory directory, SignInAttempts attempts, SignInSettings settings, Clock clock) {
        this.directory = directory;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication signIn) {
        if (!settings.password()) {
            throw new BadCredentialsException("Passwords are switched off");
        }
        String address = address(signIn);
        attempts.check(address);
        Staff staff = directory
                .authenticate(signIn.getName(), String.valueOf(signIn.getCredentials()))
                .orElseThrow(() -> {
                    attempts.failed(address);
                    return new BadCredentialsException("Unknown user or wrong password");
                });
        if (staff.groups().isEmpty()) {
            throw new DisabledException("The user has no group");
        }
        LocalStaff principal = new LocalStaff(staff.user(), staff.passwordMark(), new Standing(clock.instant()));
        var authentication = UsernamePasswordAuthenticationToken.authenticated(principal, null, SignedIn.roles(staff));
        authentication.setDetails(signIn.getDetails());
        return authentication;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static String address(Authentication signIn) {
        return signIn.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
