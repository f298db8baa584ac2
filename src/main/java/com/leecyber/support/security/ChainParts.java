package com.leecyber.support.security;

import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What chains are made of.
 *
 * <p>Every path is a {@link PathPatternRequestMatcher}: a bare string would be matched against Spring MVC's own mappings
 * and leave Camunda's servlets open.
 */
final class ChainParts {

    static final String SIGN_IN = "/sign-in";
    static final String PAGES_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    static final String NOTHING_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private ChainParts() {}

    static HttpSecurity stateless(HttpSecurity http, String contentPolicy) throws Exception {
        return withHeaders(http, contentPolicy)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    static HttpSecurity withHeaders(HttpSecurity http, String contentPolicy) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }

    static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(
                        pattern -> PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }

    static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    /** What only looks. */
    static RequestMatcher read(String pattern) {
        return new OrRequestMatcher(path(HttpMethod.GET, pattern), path(HttpMethod.HEAD, pattern));
    }

    static AuthenticationEntryPoint signInPage() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        // An absolute address would be built from the Host header, which anybody can forge.
        page.setFavorRelativeUris(true);
        return page;
    }

    /** After signing in, the page that was asked for; what a page's script asked for is none. */
    static HttpSessionRequestCache askedPage() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new OrRequestMatcher(
                path(HttpMethod.GET, "/camunda/app/{application}/{engine}/"),
                path(HttpMethod.GET, "/changes"),
                path(HttpMethod.GET, "/changes/{id}"),
                path(HttpMethod.GET, "/works"),
                path(HttpMethod.GET, "/works/{number}"),
                path(HttpMethod.GET, "/quarantine"),
                path(HttpMethod.GET, "/quarantine/{id}"),
                path(HttpMethod.GET, "/availability"),
                path(HttpMethod.GET, "/availability/intervals/{id}"),
                path(HttpMethod.GET, "/incidents"),
                path(HttpMethod.GET, "/incidents/{number}"),
                path(HttpMethod.GET, "/audit"),
                path(HttpMethod.GET, "/audit/{page}"),
                path(HttpMethod.GET, "/audit/tickets/{number}"),
                path(HttpMethod.GET, "/audit/tickets/{number}/{part:way|decisions|clock|records}"),
                path(HttpMethod.GET, "/audit/rules/{name}/{version}"),
                path(HttpMethod.GET, "/reports"),
                path(HttpMethod.GET, "/reports/{page}"),
                path(HttpMethod.GET, "/erasure")));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    static AuthenticationEntryPoint status(HttpStatus status) {
        return (request, response, unknown) -> response.sendError(status.value());
    }
}
