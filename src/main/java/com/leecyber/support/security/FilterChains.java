package com.leecyber.support.security;

import static com.leecyber.support.security.ApiAuthentication.authority;

import com.leecyber.support.security.SignInAttempts.TooMany;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.DispatcherTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets where. The first chain that matches a request decides alone; the last one refuses whatever is not named.
 *
 * <p>Every path is a {@link PathPatternRequestMatcher}: a bare string would be matched against Spring MVC's own mappings
 * and leave Camunda's servlets open.
 */
@Configuration
class FilterChains {

    private static final int LAST = 100;
    private static final String[] AGENTS = {"L1", "L2", "SHIFT_LEAD", "OPERATIONS"};
    private static final String SHIFT_LEAD = "SHIFT_LEAD";
    private static final String PROVIDER = "provider";
    private static final String SIGN_IN = "/sign-in";
    private static final String PROCESS_OWNER = "PROCESS_OWNER";
    private static final String AUDITOR = "AUDITOR";
    private static final String ADMINISTRATOR = "CAMUNDA_ADMIN";

    private static final String PAGES_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";
    private static final String DIAGRAM_VIEWER = "/webjars/bpmn-js/dist/bpmn-navigated-viewer.production.min.js";

    // The diagrams' viewer sets styles from its script, and draws its symbols as data.
    private static final String CHANGES_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self' data:; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";
    private static final String NOTHING_POLICY = "default-src 'none'; frame-ancestors 'none'";
    // Swagger UI sets styles from its script.
    private static final String SWAGGER_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Problems problems;
    private final StandingCheck standing;
    private final ApplicationEventPublisher events;
    /** Those of staff; null unless one is configured. */
    private final ClientRegistrationRepository providers;

    FilterChains(
            Problems problems,
            StandingCheck standing,
            ApplicationEventPublisher events,
            ObjectProvider<ProviderRegistrations> providers) {
        this.problems = problems;
        this.standing = standing;
        this.events = events;
        this.providers = Optional.ofNullable(providers.getIfAvailable())
                .flatMap(ProviderRegistrations::ofStaff)
                .orElse(null);
    }

    /** What a refusal looks like is shown to whoever was refused; asking for {@code /error} itself gets nothing. */
    @Bean
    @Order(0)
    SecurityFilterChain errorPages(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(new DispatcherTypeRequestMatcher(DispatcherType.ERROR)), PAGES_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
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

    /** Proposed changes: owners and leads decide them, auditors read them. */
    @Bean
    @Order(4)
    SecurityFilterChain deciding(HttpSecurity http) throws Exception {
        return staffPages(
                        http,
                        CHANGES_POLICY,
                        "/changes/**",
                        "/changes.css",
                        "/change-pages.css",
                        "/changes.js",
                        DIAGRAM_VIEWER)
                .authorizeHttpRequests(requests -> requests.requestMatchers(path(HttpMethod.POST, "/**"))
                        .hasAnyRole(PROCESS_OWNER, SHIFT_LEAD)
                        .requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                        .hasAnyRole(PROCESS_OWNER, SHIFT_LEAD, AUDITOR, ADMINISTRATOR)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Mails in quarantine: shift leads decide them, auditors read them; their paths are no other chain's. */
    @Bean
    @Order(4)
    SecurityFilterChain quarantinedMails(HttpSecurity http) throws Exception {
        return staffPages(http, PAGES_POLICY, "/quarantine/**", "/mailbox/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(path(HttpMethod.POST, "/**"))
                        .hasRole(SHIFT_LEAD)
                        .requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                        .hasAnyRole(SHIFT_LEAD, AUDITOR)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** What was not available: shift leads decide what counts; their paths are no other chain's. */
    @Bean
    @Order(4)
    SecurityFilterChain availability(HttpSecurity http) throws Exception {
        return staffPages(http, PAGES_POLICY, "/availability/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(path(HttpMethod.POST, "/**"))
                        .hasRole(SHIFT_LEAD)
                        .requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                        .hasAnyRole(and(and(and(AGENTS, PROCESS_OWNER), AUDITOR), ADMINISTRATOR))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Incidents: leads and the second line act on them, everybody of the desk reads them. */
    @Bean
    @Order(4)
    SecurityFilterChain massIncidents(HttpSecurity http) throws Exception {
        return staffPages(http, PAGES_POLICY, "/incidents/**", "/incident/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path(HttpMethod.POST, "/**"),
                                path(HttpMethod.GET, "/incidents/new"),
                                path(HttpMethod.HEAD, "/incidents/new"),
                                path(HttpMethod.GET, "/incidents/{number}/resolution"),
                                path(HttpMethod.HEAD, "/incidents/{number}/resolution"))
                        .hasAnyRole(SHIFT_LEAD, "L2")
                        .requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                        .hasAnyRole(and(and(AGENTS, PROCESS_OWNER), AUDITOR))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Works, planned and emergency: everybody of the desk reads them. */
    @Bean
    @Order(4)
    SecurityFilterChain worksPages(HttpSecurity http) throws Exception {
        return staffPages(http, PAGES_POLICY, "/works/**", "/works-pages/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                                .hasAnyRole(and(and(AGENTS, PROCESS_OWNER), AUDITOR))
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** What auditors read; nobody changes anything there. */
    @Bean
    @Order(4)
    SecurityFilterChain auditing(HttpSecurity http) throws Exception {
        return staffPages(http, CHANGES_POLICY, "/audit/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                                .hasRole(AUDITOR)
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** Figures: leads and process owners read them, and whoever inspects the desk. */
    @Bean
    @Order(4)
    SecurityFilterChain reporting(HttpSecurity http) throws Exception {
        return staffPages(http, CHANGES_POLICY, "/reports/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                                .hasAnyRole(SHIFT_LEAD, PROCESS_OWNER, AUDITOR, ADMINISTRATOR)
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /** Erasing personal data: administrators do it, auditors see that it was done. */
    @Bean
    @Order(4)
    SecurityFilterChain erasing(HttpSecurity http) throws Exception {
        return staffPages(http, PAGES_POLICY, "/erasure/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path(HttpMethod.GET, "/erasure"),
                                path(HttpMethod.HEAD, "/erasure"),
                                path(HttpMethod.GET, "/erasure/erasure.css"))
                        .hasAnyRole(ADMINISTRATOR, AUDITOR)
                        .requestMatchers(
                                path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"), path(HttpMethod.POST, "/**"))
                        .hasRole(ADMINISTRATOR)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Camunda's applications, for people who signed in on our page; Camunda's own CSRF filter stays in charge. */
    @Bean
    @Order(5)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return ofSession(http)
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
        return withHeaders(ofSession(http).securityMatcher(anyOf("/desk/**")), NOTHING_POLICY)
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

    /** Signing in, and the way on from there; a provider's two addresses exist only when one is configured. */
    @Bean
    @Order(7)
    SecurityFilterChain signIn(HttpSecurity http, SignInWays ways, ProviderAdmission admission, ProviderSignIns signIns)
            throws Exception {
        withHeaders(ofSession(http).securityMatcher(signInPaths()), PAGES_POLICY)
                .authorizeHttpRequests(requests -> requests.requestMatchers(anyOf("/"))
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(askedPage()))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(signInPage()));
        if (ways.password()) {
            http.formLogin(form -> form.loginPage(SIGN_IN).failureHandler(backToSignIn()));
        }
        if (providers != null) {
            http.addFilterAfter(new ProviderSignOut(providers), SecurityContextHolderFilter.class)
                    .oauth2Login(login -> {
                        login.addObjectPostProcessor(providerDown());
                        login.loginPage(SIGN_IN)
                                .clientRegistrationRepository(providers)
                                .failureHandler(backToSignIn())
                                .authorizedClientRepository(signIns)
                                .authorizationEndpoint(start -> start.authorizationRequestResolver(
                                        ProviderStart.below("/oauth2/authorization", providers)))
                                .tokenEndpoint(token -> token.accessTokenResponseClient(ProviderConnection.codes()))
                                .userInfoEndpoint(people -> people.oidcUserService(admission));
                    });
        }
        return http.build();
    }

    /** A provider tells that somebody signed out elsewhere; what it says counts by its signature alone. */
    @Bean
    @Order(8)
    @ConditionalOnOAuth2ClientRegistrationProperties
    SecurityFilterChain providerSignsOut(HttpSecurity http, ProviderSignIns signIns) throws Exception {
        return stateless(
                        http.securityMatcher(path(HttpMethod.POST, "/logout/connect/back-channel/{registration}")),
                        NOTHING_POLICY)
                .oidcLogout(logout -> logout.clientRegistrationRepository(staffProviders())
                        .backChannel(channel -> channel.logoutHandler(
                                (request, response, told) -> signIns.end((OidcLogoutToken) told.getPrincipal()))))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(status(HttpStatus.NOT_FOUND)))
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
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(path(HttpMethod.GET, "/**"), path(HttpMethod.HEAD, "/**"))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(status(HttpStatus.METHOD_NOT_ALLOWED)))
                .build();
    }

    /** Whatever is not named above, nor in the panel's chains, does not exist. */
    @Bean
    @Order(LAST)
    SecurityFilterChain nothingElse(HttpSecurity http) throws Exception {
        return stateless(http, NOTHING_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(status(HttpStatus.NOT_FOUND)))
                .build();
    }

    /** In front of all: Spring Security reads the path once before its own firewall does, and fails on a doubled slash. */
    @Bean
    FilterRegistrationBean<PlainPathFilter> plainPathFilter() {
        var registration = new FilterRegistrationBean<>(new PlainPathFilter());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<QueryExpressionFilter> queryExpressionFilter() {
        var registration = new FilterRegistrationBean<>(new QueryExpressionFilter());
        registration.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
        // Right behind the chains: nobody's body is read before it is known who sent it.
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    /** Pages for whoever signed in; anybody else is asked to, and led back to the page afterwards. */
    private HttpSecurity staffPages(HttpSecurity http, String contentPolicy, String... patterns) throws Exception {
        return withHeaders(ofSession(http).securityMatcher(anyOf(patterns)), contentPolicy)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(askedPage()))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(signInPage()));
    }

    /** Whoever has a session is looked at again every minute. */
    private HttpSecurity ofSession(HttpSecurity http) {
        return http.addFilterAfter(new StandingFilter(standing, events), SecurityContextHolderFilter.class);
    }

    /** A customers' provider ends nobody's session here. */
    private ClientRegistrationRepository staffProviders() {
        return providers == null ? id -> null : providers;
    }

    private RequestMatcher signInPaths() {
        RequestMatcher pages = anyOf("/", SIGN_IN, "/sign-in.css", "/staff.css");
        return providers == null
                ? pages
                : new OrRequestMatcher(
                        pages,
                        ProviderStart.path("/oauth2/authorization"),
                        path(HttpMethod.GET, "/login/oauth2/code/{registration}"));
    }

    private static HttpSecurity stateless(HttpSecurity http, String contentPolicy) throws Exception {
        return withHeaders(http, contentPolicy)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static HttpSecurity withHeaders(HttpSecurity http, String contentPolicy) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(
                        pattern -> PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static String[] and(String[] roles, String another) {
        return Stream.concat(Stream.of(roles), Stream.of(another)).toArray(String[]::new);
    }

    /** After signing in, the page that was asked for; what a page's script asked for is none. */
    private static HttpSessionRequestCache askedPage() {
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

    private static AuthenticationEntryPoint signInPage() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        // An absolute address would be built from the Host header, which anybody can forge.
        page.setFavorRelativeUris(true);
        return page;
    }

    private static AuthenticationEntryPoint status(HttpStatus status) {
        return (request, response, unknown) -> response.sendError(status.value());
    }

    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, failure) -> {
            String reason = reason(failure);
            String language = "en".equals(request.getParameter("lang")) ? "&lang=en" : "";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", SIGN_IN + "?" + reason + language);
        };
    }

    /** Who cannot be sent to a provider is told so, as who comes back from it in vain. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> providerDown() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(backToSignIn());
                return filter;
            }
        };
    }

    /** As the sign-in page knows it. */
    private static String reason(AuthenticationException failure) {
        if (failure instanceof TooMany) {
            return "wait";
        }
        if (failure instanceof DisabledException) {
            return ProviderAdmission.NO_TEAM;
        }
        if (failure instanceof OAuth2AuthenticationException refused) {
            String code = refused.getError().getErrorCode();
            return ProviderAdmission.REASONS.contains(code) ? code : PROVIDER;
        }
        return failure instanceof BadCredentialsException ? "wrong" : PROVIDER;
    }
}
