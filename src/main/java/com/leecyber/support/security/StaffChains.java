package com.leecyber.support.security;

import static com.leecyber.support.security.ChainParts.PAGES_POLICY;
import static com.leecyber.support.security.ChainParts.anyOf;
import static com.leecyber.support.security.ChainParts.askedPage;
import static com.leecyber.support.security.ChainParts.path;
import static com.leecyber.support.security.ChainParts.read;
import static com.leecyber.support.security.ChainParts.signInPage;
import static com.leecyber.support.security.ChainParts.withHeaders;
import static com.leecyber.support.security.Roles.ADMINISTRATOR;
import static com.leecyber.support.security.Roles.AGENTS;
import static com.leecyber.support.security.Roles.AUDITOR;
import static com.leecyber.support.security.Roles.L2;
import static com.leecyber.support.security.Roles.PROCESS_OWNER;
import static com.leecyber.support.security.Roles.SHIFT_LEAD;
import static com.leecyber.support.security.Roles.and;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The pages of the desk's people; their paths are no other chain's. */
@Configuration
class StaffChains {

    private static final String DIAGRAM_VIEWER = "/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js";

    // The diagrams' viewer sets styles from its script, and draws its symbols as data.
    private static final String CHANGES_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self' data:; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    /** Whom works and incidents concern. */
    private static final String[] READERS = and(AGENTS, PROCESS_OWNER, AUDITOR);

    private final PeopleSessions sessions;

    StaffChains(PeopleSessions sessions) {
        this.sessions = sessions;
    }

    /** Proposed changes: owners and leads decide them, auditors read them. */
    @Bean
    @Order(4)
    SecurityFilterChain deciding(HttpSecurity http) throws Exception {
        HttpSecurity pages = staffPages(
                http,
                CHANGES_POLICY,
                "/changes/**",
                "/changes.css",
                "/change-pages.css",
                "/changes.js",
                DIAGRAM_VIEWER);
        return decided(pages, List.of(PROCESS_OWNER, SHIFT_LEAD), PROCESS_OWNER, SHIFT_LEAD, AUDITOR, ADMINISTRATOR);
    }

    /** Mails in quarantine: shift leads decide them, auditors read them. */
    @Bean
    @Order(4)
    SecurityFilterChain quarantinedMails(HttpSecurity http) throws Exception {
        HttpSecurity pages = staffPages(http, PAGES_POLICY, "/quarantine/**", "/mailbox/**");
        return decided(pages, List.of(SHIFT_LEAD), SHIFT_LEAD, AUDITOR);
    }

    /** What was not available: shift leads decide what counts. */
    @Bean
    @Order(4)
    SecurityFilterChain availability(HttpSecurity http) throws Exception {
        HttpSecurity pages = staffPages(http, PAGES_POLICY, "/availability/**");
        return decided(pages, List.of(SHIFT_LEAD), and(READERS, ADMINISTRATOR));
    }

    /** Incidents: leads and the second line act on them, everybody of the desk reads them. */
    @Bean
    @Order(4)
    SecurityFilterChain massIncidents(HttpSecurity http) throws Exception {
        return staffPages(http, PAGES_POLICY, "/incidents/**", "/incident/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path(HttpMethod.POST, "/**"),
                                read("/incidents/new"),
                                read("/incidents/{number}/resolution"))
                        .hasAnyRole(SHIFT_LEAD, L2)
                        .requestMatchers(read("/**"))
                        .hasAnyRole(READERS)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Works, planned and emergency: everybody of the desk reads them. */
    @Bean
    @Order(4)
    SecurityFilterChain worksPages(HttpSecurity http) throws Exception {
        return onlyRead(staffPages(http, PAGES_POLICY, "/works/**", "/works-pages/**"), READERS);
    }

    /** What auditors read; nobody changes anything there. */
    @Bean
    @Order(4)
    SecurityFilterChain auditing(HttpSecurity http) throws Exception {
        return onlyRead(staffPages(http, CHANGES_POLICY, "/audit/**"), AUDITOR);
    }

    /** Figures: leads and process owners read them, and whoever inspects the desk. */
    @Bean
    @Order(4)
    SecurityFilterChain reporting(HttpSecurity http) throws Exception {
        HttpSecurity pages = staffPages(http, CHANGES_POLICY, "/reports/**");
        return onlyRead(pages, SHIFT_LEAD, PROCESS_OWNER, AUDITOR, ADMINISTRATOR);
    }

    /** Erasing personal data: administrators do it, auditors see that it was done. */
    @Bean
    @Order(4)
    SecurityFilterChain erasing(HttpSecurity http) throws Exception {
        return staffPages(http, PAGES_POLICY, "/erasure/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                read("/erasure"), path(HttpMethod.GET, "/erasure/erasure.css"))
                        .hasAnyRole(ADMINISTRATOR, AUDITOR)
                        .requestMatchers(read("/**"), path(HttpMethod.POST, "/**"))
                        .hasRole(ADMINISTRATOR)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static SecurityFilterChain decided(HttpSecurity pages, List<String> deciders, String... readers)
            throws Exception {
        return pages.authorizeHttpRequests(requests -> requests.requestMatchers(path(HttpMethod.POST, "/**"))
                        .hasAnyRole(deciders.toArray(String[]::new))
                        .requestMatchers(read("/**"))
                        .hasAnyRole(readers)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static SecurityFilterChain onlyRead(HttpSecurity pages, String... readers) throws Exception {
        return pages.authorizeHttpRequests(requests -> requests.requestMatchers(read("/**"))
                        .hasAnyRole(readers)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Pages for whoever signed in; anybody else is asked to, and led back to the page afterwards. */
    private HttpSecurity staffPages(HttpSecurity http, String contentPolicy, String... patterns) throws Exception {
        return withHeaders(sessions.in(http).securityMatcher(anyOf(patterns)), contentPolicy)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(askedPage()))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(signInPage()));
    }
}
