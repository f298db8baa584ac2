package com.leecyber.support.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever signs out of one of Camunda's applications signs out of the desk. */
final class CamundaSignOut extends OncePerRequestFilter {

    static final String PATH = "/camunda/api/admin/auth/user/{engine}/logout";

    private final PathPatternRequestMatcher signOut =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH);
    private final ProviderSignOut providers;

    /**
     * @param providers where to sign out besides; null without any
     */
    CamundaSignOut(ProviderSignOut providers) {
        this.providers = providers;
    }

    /** Camunda goes first: its CSRF filter refuses a sign-out that another site asked for. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) {
            Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
            boolean goesOn = providers != null && providers.prepare(request, response, signedIn);
            SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();
            signOut.setInvalidateHttpSession(!goesOn);
            signOut.logout(request, response, signedIn);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !signOut.matches(request);
    }
}
