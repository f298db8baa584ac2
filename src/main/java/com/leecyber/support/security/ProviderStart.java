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

    private static final String PROVIDER = "provider";

    private final RequestMatcher path;
    private final ClientRegistrationRepository providers;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    private ProviderStart(String base, ClientRegistrationRepository providers) {
        this.path = path(base);
        this.providers = providers;
        requests = new DefaultOAuth2AuthorizationRequestResolver(providers, base);
        // Spring asks for a proof key (PKCE) of clients without a secret alone.
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** The ways that begin at {@code <base>/<id of the registration>}. */
    static ProviderStart below(String base, ClientRegistrationRepository providers) {
        return new ProviderStart(base, providers);
    }

    static RequestMatcher path(String base) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, base + "/{" + PROVIDER + "}");
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        RequestMatcher.MatchResult asked = path.matcher(request);
        boolean known = asked.isMatch()
                && providers.findByRegistrationId(asked.getVariables().get(PROVIDER)) != null;
        return known ? requests.resolve(request) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return requests.resolve(request, provider);
    }
}
