package com.leecyber.support.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever signs out of the desk signs out at their provider, too, if it offers that. Camunda's pages sign out with a
 * script, which cannot leave for the provider; so the emptied session remembers the way until the browser comes to the
 * sign-in page, and is sent on from there.
 */
final class ProviderSignOut extends OncePerRequestFilter {

    private static final String NEXT = ProviderSignOut.class.getName();

    private static final String NOWHERE = "/";

    private final PathPatternRequestMatcher signInPage =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/sign-in");

    /** Knows the provider's address for that. */
    private static final class Address extends OidcClientInitiatedLogoutSuccessHandler {

        Address(ClientRegistrationRepository providers) {
            super(providers);
            setDefaultTargetUrl(NOWHERE);
            setPostLogoutRedirectUri("{baseUrl}/sign-in");
        }

        String of(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
            return determineTargetUrl(request, response, signedIn);
        }
    }

    private final Address address;

    ProviderSignOut(ClientRegistrationRepository providers) {
        address = new Address(providers);
    }

    /** Leaves nothing in the session but the way to the provider; false when there is no such way. */
    boolean prepare(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        HttpSession session = request.getSession(false);
        String next = address.of(request, response, signedIn);
        if (session == null || !(signedIn.getPrincipal() instanceof ProviderStaff) || next.equals(NOWHERE)) {
            return false;
        }
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        session.setAttribute(NEXT, next);
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(NEXT) instanceof String next) {
            session.invalidate();
            response.sendRedirect(next);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !signInPage.matches(request);
    }
}
