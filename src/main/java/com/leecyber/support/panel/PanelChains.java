package com.leecyber.support.panel;

import com.leecyber.support.customer.Customers;
import com.leecyber.support.security.CustomerSignIn;
import com.leecyber.support.security.SignInAttempts.TooMany;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets where in the panel. A customer's sign-in lies in the session under a name of its own, so that customers are
 * nobody at the desk, and the desk's people nobody here, even in one browser.
 */
@Configuration
class PanelChains {

    private static final String SIGN_IN = "/panel/sign-in";
    private static final String EVENTS = "/panel/events";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Refusals refusals;
    private final CustomerSignIn provider;
    private final CustomerAdmission admission;
    private final Customers customers;
    /** Null outside the demo. */
    private final DemoSignIn demo;

    PanelChains(
            Refusals refusals,
            CustomerSignIn provider,
            CustomerAdmission admission,
            Customers customers,
            ObjectProvider<DemoSignIn> demo) {
        this.refusals = refusals;
        this.provider = provider;
        this.admission = admission;
        this.customers = customers;
        this.demo = demo.getIfAvailable();
    }

    /** Styles and scripts are everybody's; a browser may keep them, but asks whether they are still the same. */
    @Bean
    @Order(10)
    SecurityFilterChain panelFiles(HttpSecurity http) throws Exception {
        return withHeaders(http.securityMatcher(anyOf(HttpMethod.GET, "/panel/*.css", "/panel/*.js", "/panel/*.svg")))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-cache")))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The panel's pages. What is not named here looks like a ticket that is not there. */
    @Bean
    @Order(11)
    SecurityFilterChain panel(HttpSecurity http) throws Exception {
        HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey("PANEL_SECURITY_CONTEXT");
        HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName("PANEL_CSRF_TOKEN");
        // Without this the staff's passwords would open the panel as well.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        withHeaders(http.securityMatcher(anyOf(null, "/panel", "/panel/**")))
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .addFilterBefore(
                        new PanelDoor(toSignIn(), refusals, customers::existsByIdAndErasedAtIsNotNull),
                        CsrfFilter.class)
                .requestCache(RequestCacheConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(anyOf(HttpMethod.GET, SIGN_IN))
                        .permitAll()
                        .requestMatchers(
                                anyOf(
                                        HttpMethod.GET,
                                        "/panel",
                                        "/panel/",
                                        "/panel/tickets",
                                        "/panel/tickets/new",
                                        "/panel/tickets/{number}",
                                        "/panel/tickets/{number}/withdrawal",
                                        "/panel/tickets/{number}/files/{key}",
                                        "/panel/preferences",
                                        EVENTS),
                                anyOf(
                                        HttpMethod.POST,
                                        "/panel/tickets",
                                        "/panel/tickets/{number}/messages",
                                        "/panel/tickets/{number}/withdrawal",
                                        "/panel/preferences",
                                        "/panel/preferences/chat-code",
                                        "/panel/preferences/chat-removal"))
                        .hasAuthority(SignedInCustomer.AUTHORITY)
                        .anyRequest()
                        .denyAll())
                .logout(signOut -> signOut.logoutUrl("/panel/sign-out").logoutSuccessUrl(SIGN_IN + "?signed_out"))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(toSignIn()).accessDeniedHandler(refused()));
        if (demo != null) {
            http.authenticationProvider(demo.provider())
                    .formLogin(form ->
                            form.loginPage(SIGN_IN).successHandler(onward()).failureHandler(backToSignIn()));
        }
        if (provider.provider().isPresent()) {
            http.oauth2Login(login -> {
                login.loginPage(SIGN_IN).successHandler(onward());
                provider.configure(login, "/panel", admission::admit, backToSignIn());
            });
        }
        return http.build();
    }

    private static HttpSecurity withHeaders(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }

    /** A script gets a plain refusal; a page leads on, and back afterwards. */
    private static AuthenticationEntryPoint toSignIn() {
        return (request, response, unknown) -> {
            if (request.getRequestURI().equals(EVENTS)) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                return;
            }
            AskedPage.remember(request);
            boolean sent = request.getMethod().equals("POST");
            response.sendRedirect(sent ? SIGN_IN + "?expired" : SIGN_IN);
        };
    }

    private AccessDeniedHandler refused() {
        return (request, response, denied) -> {
            if (denied instanceof CsrfException) {
                refusals.write(request, response, HttpStatus.FORBIDDEN, "panel.stale-form");
            } else {
                refusals.write(request, response, HttpStatus.NOT_FOUND, "panel.missing");
            }
        };
    }

    private static AuthenticationSuccessHandler onward() {
        return (request, response, signedIn) -> response.sendRedirect(AskedPage.forget(request));
    }

    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, failure) -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", SIGN_IN + "?" + reason(failure));
        };
    }

    /** As the sign-in page knows it. */
    private static String reason(AuthenticationException failure) {
        if (failure instanceof TooMany) {
            return "wait";
        }
        if (failure instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(CustomerAdmission.NO_ADDRESS)) {
            return CustomerAdmission.NO_ADDRESS;
        }
        return failure instanceof BadCredentialsException ? "wrong" : "provider";
    }

    private static RequestMatcher anyOf(HttpMethod method, String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(
                        pattern -> PathPatternRequestMatcher.withDefaults().matcher(method, pattern))
                .toList());
    }
}
