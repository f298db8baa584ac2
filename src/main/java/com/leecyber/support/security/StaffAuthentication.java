package com.leecyber.support.security;

import com.leecyber.support.security.StaffDirectory.Staff;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs the desk's people in; every engine group becomes a role, {@code shift-lead} for one {@code ROLE_SHIFT_LEAD}. */
@Component
class StaffAuthentication implements AuthenticationProvider {

    private final StaffDirectory directory;
    private final SignInAttempts attempts;

    StaffAuthentication(StaffDirectory directory, SignInAttempts attempts) {
        this.directory = directory;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication signIn) {
        String address = address(signIn);
        attempts.check(address);
        Staff staff = directory
                .authenticate(signIn.getName(), String.valueOf(signIn.getCredentials()))
                .orElseThrow(() -> {
                    attempts.failed(address);
                    return new BadCredentialsException("Unknown user or wrong password");
                });
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(staff.user(), null, authorities(staff.groups()));
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

    private static List<GrantedAuthority> authorities(List<String> groups) {
        return groups.stream()
                .map(group -> "ROLE_" + group.toUpperCase(Locale.ROOT).replace('-', '_'))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
