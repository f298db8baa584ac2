package com.leecyber.support.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** How customers come from the control panel: the same protocol as for staff, with addresses and a provider of their own. */
@Component
public class CustomerSignIn {

    private final CustomerProvider settings;
    private final ObjectProvider<OAuth2ClientProperties> properties;
    /** Null unless one is configured. */
    private final ClientRegistrationRepository provider;

    CustomerSignIn(
            CustomerProvider settings,
            ObjectProvider<OAuth2ClientProperties> properties,
            ObjectProvider<ProviderRegistrations> providers) {
        this.settings = settings;
        this.properties = properties;
        this.provider = Optional.ofNullable(providers.getIfAvailable())
                .flatMap(ProviderRegistrations::ofCustomers)
                .orElse(null);
    }

    /** The id of the provider's registration; empty when none is configured. */
    public Optional<String> provider() {
        return Optional.ofNullable(provider).map(configured -> settings.provider());
    }

    /** What customers call the provider. */
    public Optional<String> name() {
        return provider().map(id -> {
            String name = properties.getObject().getRegistration().get(id).getClientName();
            return name == null ? id : name;
        });
    }

    /**
     * Lets customers in through their provider, at addresses below a path.
     *
     * @param admission makes a customer of whom the provider describes, or throws
     * @param refused what somebody sees who gets no further, there or back
     */
    public void configure(
            OAuth2LoginConfigurer<HttpSecurity> login,
            String path,
            UnaryOperator<OidcUser> admission,
            AuthenticationFailureHandler refused) {
        OidcUserService described = ProviderConnection.people();
        login.addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refused);
                return filter;
            }
        });
        login.clientRegistrationRepository(provider)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(
                        ProviderStart.below(path + "/oauth2/authorization", provider)))
                .redirectionEndpoint(back -> back.baseUri(path + "/login/oauth2/code/*"))
                .tokenEndpoint(token -> token.accessTokenResponseClient(ProviderConnection.codes()))
                .userInfoEndpoint(
                        people -> people.oidcUserService(request -> admission.apply(described.loadUser(request))))
                .loginProcessingUrl(path + "/login/oauth2/code/*")
                .failureHandler(refused);
    }

    /** Nobody calls the provider in a customer's name again, so its tokens are not kept. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication signedIn, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication signedIn,
                HttpServletRequest request,
                HttpServletResponse response) {
            // See above.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication signedIn,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}
