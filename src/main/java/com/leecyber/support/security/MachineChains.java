package com.leecyber.support.security;

import static com.leecyber.support.security.ApiAuthentication.authority;
import static com.leecyber.support.security.ChainParts.NOTHING_POLICY;
import static com.leecyber.support.security.ChainParts.anyOf;
import static com.leecyber.support.security.ChainParts.path;
import static com.leecyber.support.security.ChainParts.stateless;
import static com.leecyber.support.security.Roles.PROCESS_OWNER;

import com.leecyber.support.security.SignInAttempts.TooMany;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** What programs call: with every request they say who they are, and nothing is remembered. */
@Configuration
class MachineChains {

    private final Problems problems;
    private final StandingCheck standing;

    MachineChains(Problems problems, StandingCheck standing) {
        this.problems = problems;
        this.standing = standing;
    }

    /** The machines' API: a bearer token with every request, no session, therefore no CSRF. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) throws Exception {
        return stateless(http.securityMatcher(anyOf("/api/v1/**")), NOTHING_POLICY)
                .addFilterBefore(new BearerTokenFilter(tokens), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(path(HttpMethod.POST, "/api/v1/releases"))
                        .hasAuthority(authority(ApiRole.RELEASES))
                        .requestMatchers(anyOf("/api/v1/tickets/**"))
                        .hasAuthority(authority(ApiRole.CUSTOMER))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint((request, response, unknown) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(request, response, HttpStatus.UNAUTHORIZED, "api.no-token");
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, "api.not-allowed")))
                .build();
    }

    /**
     * What Camunda Modeler calls when a process owner deploys: name and password, or a token of theirs, with every request
     * and no session. The answer
     * never asks a browser for a password, so that no browser keeps one that a foreign page could use.
     */
    @Bean
    @Order(3)
    SecurityFilterChain modeler(HttpSecurity http, ApiTokens tokens) throws Exception {
        return stateless(http.securityMatcher(anyOf("/engine-rest/**")), NOTHING_POLICY)
                .addFilterBefore(new StaffTokenFilter(tokens, standing), UsernamePasswordAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(modelerRefusal()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path(HttpMethod.GET, "/engine-rest/deployment"),
                                path(HttpMethod.GET, "/engine-rest/version"),
                                path(HttpMethod.POST, "/engine-rest/deployment/create"))
                        .hasRole(PROCESS_OWNER)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(modelerRefusal())
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, "modeler.not-allowed")))
                .build();
    }

    private AuthenticationEntryPoint modelerRefusal() {
        return (request, response, failure) -> problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                failure instanceof TooMany ? "modeler.wait" : "modeler.sign-in");
    }
}
