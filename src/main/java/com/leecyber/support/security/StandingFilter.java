package com.leecyber.support.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Within a minute, whoever was locked out is a stranger here, and whoever changed teams has the other rights. What a
 * stranger gets, the chain behind decides: a page leads to the sign-in, a script gets 401.
 */
final class StandingFilter extends OncePerRequestFilter {

    private final StandingCheck check;
    private final ApplicationEventPublisher events;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();

    StandingFilter(StandingCheck check, ApplicationEventPublisher events) {
        this.check = check;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedIn person && check.isDue(person.standing())) {
            Optional<Authentication> now = check.renewed(signedIn);
            if (now.isEmpty()) {
                signOut.logout(request, response, signedIn);
            } else if (now.get() != signedIn) {
                remember(now.get(), request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private void remember(Authentication now, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextImpl context = new SecurityContextImpl(now);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        events.publishEvent(new StandingConfirmed(request.getSession()));
    }
}
