package com.leecyber.support.security;

import static com.leecyber.support.security.ChainParts.NOTHING_POLICY;
import static com.leecyber.support.security.ChainParts.anyOf;
import static com.leecyber.support.security.ChainParts.askedPage;
import static com.leecyber.support.security.ChainParts.path;
import static com.leecyber.support.security.ChainParts.signInPage;
import static com.leecyber.support.security.ChainParts.stateless;
import static com.leecyber.support.security.ChainParts.status;
import static com.leecyber.support.security.ChainParts.withHeaders;
import static com.leecyber.support.security.Roles.ADMINISTRATOR;
import static com.leecyber.support.security.Roles.AGENTS;
import static com.leecyber.support.security.Roles.PROCESS_OWNER;
import static com.leecyber.support.security.Roles.and;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Camunda's applications, the ticket's card inside them, and what of the engine is open to nobody. */
@Configuration
class EngineChains {

    private final PeopleSessions sessions;
    private final Problems problems;
    /** Those of staff; null unless one is configured. */
    private final ClientRegistrationRepository providers;

    EngineChains(PeopleSessions sessions, Problems problems, ObjectProvider<ProviderRegistrations> providers) {
        this.sessions = sessions;
        this.problems = problems;
        this.providers = ProviderRegistrations.ofStaff(providers);
    }

    /**
     * What nobody may use: the engine's own ways to deploy, the set-up that makes an administrator without a sign-in
     * (CVE-2026-77226), and Camunda's own ways to try a password, which nothing slows down.
     */
    @Bean
    @Order(1)
    SecurityFilterChain refusedOutright(HttpSecurity http) throws Exception {
        return stateless(
                        http.securityMatcher(anyOf(
                                // Nothing is deployed but what was proposed, shown and approved.
                                "/camunda/api/engine/engine/{engine}/deployment/create/**",
                                "/camunda/api/engine/engine/{engine}/deployment/{id}/redeploy/**",
                                "/camunda/api/admin/setup/**",
                                "/camunda/app/admin/{engine}/setup/**",
                                "/camunda/api/admin/auth/user/{engine}/login/**",
                                "/camunda/api/engine/identity/verify/**",
                                "/camunda/api/engine/engine/{engine}/identity/verify/**")),
                        NOTHING_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(status(HttpStatus.FORBIDDEN)))
                .build();
    }

    /** Camunda's applications, for people who signed in on our page; Camunda's own CSRF filter stays in charge. */
    @Bean
    @Order(5)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return sessions.in(http)
                .securityMatcher(anyOf("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                anyOf("/camunda/app/tasklist/**", "/camunda/api/tasklist/**"))
                        .hasAnyRole(and(AGENTS, ADMINISTRATOR))
                        .requestMatchers(anyOf("/camunda/app/cockpit/**", "/camunda/api/cockpit/**"))
                        .hasAnyRole(PROCESS_OWNER, ADMINISTRATOR)
                        // Every application asks here who signed in, and signs out here.
                        .requestMatchers(
                                path(HttpMethod.GET, "/camunda/api/admin/auth/user/{engine}"),
                                path(HttpMethod.POST, CamundaSignOut.PATH))
                        .authenticated()
                        .requestMatchers(anyOf("/camunda/app/admin/**", "/camunda/api/admin/**"))
                        .hasRole(ADMINISTRATOR)
                        // Only paths that name the engine: Camunda signs the user in for no other.
                        .requestMatchers(anyOf(
                                "/camunda/api/engine/engine",
                                "/camunda/api/engine/engine/",
                                "/camunda/api/engine/engine/{engine}/**"))
                        .authenticated()
                        .requestMatchers(anyOf("/camunda/api/engine/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(
                        new CamundaSignOut(providers == null ? null : new ProviderSignOut(providers)),
                        AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(askedPage()))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        // Camunda forbids keeping what its API says; its scripts and styles may be kept.
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .exceptionHandling(refusal -> refusal.defaultAuthenticationEntryPointFor(
                                status(HttpStatus.UNAUTHORIZED), anyOf("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(signInPage(), anyOf("/camunda/**")))
                .build();
    }

    /** The ticket's card inside Tasklist: the same session; its script echoes a cookie against forged requests. */
    @Bean
    @Order(6)
    SecurityFilterChain desk(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("DESK-XSRF");
        tokens.setHeaderName("X-DESK-XSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        CsrfTokenRequestAttributeHandler echoed = new CsrfTokenRequestAttributeHandler();
        // Without a name the token is made, and its cookie sent, by the first request and not by the first form.
        echoed.setCsrfRequestAttributeName(null);
        return withHeaders(sessions.in(http).securityMatcher(anyOf("/desk/**")), NOTHING_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole(AGENTS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(echoed))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, unknown) ->
                                problems.write(request, response, HttpStatus.UNAUTHORIZED, "signin.needed"))
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, "signin.not-allowed")))
                .build();
    }

    @Bean
    FilterRegistrationBean<QueryExpressionFilter> queryExpressionFilter() {
        var registration = new FilterRegistrationBean<>(new QueryExpressionFilter());
        registration.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
        // Right behind the chains: nobody's body is read before it is known who sent it.
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
