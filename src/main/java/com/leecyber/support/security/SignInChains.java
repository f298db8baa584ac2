package com.leecyber.support.security;

import static com.leecyber.support.security.ChainParts.NOTHING_POLICY;
import static com.leecyber.support.security.ChainParts.PAGES_POLICY;
import static com.leecyber.support.security.ChainParts.SIGN_IN;
import static com.leecyber.support.security.ChainParts.anyOf;
import static com.leecyber.support.security.ChainParts.askedPage;
import static com.leecyber.support.security.ChainParts.path;
import static com.leecyber.support.security.ChainParts.signInPage;
import static com.leecyber.support.security.ChainParts.stateless;
import static com.leecyber.support.security.ChainParts.status;
import static com.leecyber.support.security.ChainParts.withHeaders;

import com.leecyber.support.security.SignInAttempts.TooMany;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
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
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How the desk's people sign in, and how their provider signs them out. */
@Configuration
class SignInChains {

    private static final String PROVIDER = "provider";

    private final PeopleSessions sessions;
    /** Those of staff; null unless one is configured. */
    private final ClientRegistrationRepository providers;

    SignInChains(PeopleSessions sessions, ObjectProvider<ProviderRegistrations> providers) {
        this.sessions = sessions;
        this.providers = ProviderRegistrations.ofStaff(providers);
    }

    /** Signing in, and the way on from there; a provider's two addresses exist only when one is configured. */
    @Bean
    @Order(7)
    SecurityFilterChain signIn(HttpSecurity http, SignInWays ways, ProviderAdmission admission, ProviderSignIns signIns)
            throws Exception {
        withHeaders(sessions.in(http).securityMatcher(signInPaths()), PAGES_POLICY)
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
