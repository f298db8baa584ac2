package com.leecyber.support.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that could be read in two ways before anything reads it: what Spring's own firewall refuses, and letters,
 * digits or marks that are encoded though nothing asks for it (RFC 3986, 6.2.2.2).
 */
final class PlainPathFilter extends OncePerRequestFilter {

    private static final Pattern NEEDLESSLY_ENCODED =
            Pattern.compile("%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])");

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAmbiguous(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isAmbiguous(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
            return NEEDLESSLY_ENCODED.matcher(request.getRequestURI()).find();
        } catch (RequestRejectedException refused) {
            return true;
        }
    }
}
