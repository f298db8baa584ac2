package com.leecyber.support.security;

import com.leecyber.support.security.StaffDirectory.Staff;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows one of the desk's people by {@code Authorization: Bearer …}, where a program works in their name: the request is
 * theirs, with the roles they have at this moment, and nobody's once they are locked out.
 */
final class StaffTokenFilter extends OncePerRequestFilter {

    private final ApiTokens tokens;
    private final StandingCheck check;

    StaffTokenFilter(ApiTokens tokens, StandingCheck check) {
        this.tokens = tokens;
        this.check = check;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BearerTokenFilter.token(request)
                .flatMap(this::authentication)
                .map(SecurityContextImpl::new)
                .ifPresent(SecurityContextHolder::setContext);
        chain.doFilter(request, response);
    }

    private Optional<Authentication> authentication(String token) {
        return tokens.find(token)
                .filter(client -> client.role() == ApiRole.DEPLOYMENTS)
                .flatMap(client -> check.current(client.staff()))
                .map(StaffTokenFilter::authenticated);
    }

    private static Authentication authenticated(Staff staff) {
        return UsernamePasswordAuthenticationToken.authenticated(staff.user(), null, SignedIn.roles(staff));
    }
}
