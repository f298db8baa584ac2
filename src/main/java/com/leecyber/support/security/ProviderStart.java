package com.leecyber.support.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The way to a configured provider, with state, nonce and a proof key; there is none to any other. */
final class ProviderStart implements OAuth2AuthorizationRequestResolver {

    private static final String BASE = "/oauth2/authorization";
    private static final String PROVIDER = "provider";
    private static final PathPatternRequestMatcher PATH =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, BASE + "/{" + PROVIDER + "}");

    private final ClientRegistrationRepository providers;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    ProviderStart(ClientRegistrationRepository providers) {
        this.providers = providers;
        requests = new DefaultOAuth2AuthorizationRequestResolver(providers, BASE);
        // Spring asks for a proof key (PKCE) of clients without a secret alone.
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    static RequestMatcher path() {
        return PATH;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        RequestMatcher.MatchResult asked = PATH.matcher(request);
        boolean known = asked.isMatch()
                && providers.findByRegistrationId(asked.getVariables().get(PROVIDER)) != null;
        return known ? requests.resolve(request) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return requests.resolve(request, provider);
    }
}
