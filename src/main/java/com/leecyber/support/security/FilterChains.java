package com.leecyber.support.security;

import static com.leecyber.support.security.ChainParts.NOTHING_POLICY;
import static com.leecyber.support.security.ChainParts.PAGES_POLICY;
import static com.leecyber.support.security.ChainParts.anyOf;
import static com.leecyber.support.security.ChainParts.read;
import static com.leecyber.support.security.ChainParts.stateless;
import static com.leecyber.support.security.ChainParts.status;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.DispatcherTypeRequestMatcher;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * What is everybody's, and the end of all chains. The first chain that matches a request decides alone; the last one refuses
 * whatever is not named.
 */
@Configuration
class FilterChains {

    private static final int LAST = 100;

    // Swagger UI sets styles from its script.
    private static final String SWAGGER_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** What a refusal looks like is shown to whoever was refused; asking for {@code /error} itself gets nothing. */
    @Bean
    @Order(0)
    SecurityFilterChain errorPages(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(new DispatcherTypeRequestMatcher(DispatcherType.ERROR)), PAGES_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** What anybody may read: whether the desk is up, how its API is used, and where Modeler finds its pages. */
    @Bean
    @Order(9)
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return stateless(
                        http.securityMatcher(anyOf(
                                "/actuator/health/**",
                                "/.well-known/camunda-automation-platform/webapps",
                                "/api",
                                "/swagger-ui/**",
                                "/v3/api-docs",
                                "/v3/api-docs.yaml",
                                "/v3/api-docs/**")),
                        SWAGGER_POLICY)
                .authorizeHttpRequests(requests -> requests.requestMatchers(read("/**"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(status(HttpStatus.METHOD_NOT_ALLOWED)))
                .build();
    }

    /** Whatever no other chain names does not exist. */
    @Bean
    @Order(LAST)
    SecurityFilterChain nothingElse(HttpSecurity http) throws Exception {
        return stateless(http, NOTHING_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(status(HttpStatus.NOT_FOUND)))
                .build();
    }

    /**
     * None of our addresses has a version that a page's links would have to be given, and looking for one among all files
     * of the class path took most of a page's time, link by link.
     */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> plainLinks() {
        var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setEnabled(false);
        return registration;
    }

    /** In front of all: Spring Security reads the path once before its own firewall does, and fails on a doubled slash. */
    @Bean
    FilterRegistrationBean<PlainPathFilter> plainPathFilter() {
        var registration = new FilterRegistrationBean<>(new PlainPathFilter());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }
}
