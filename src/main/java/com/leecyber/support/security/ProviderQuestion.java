package com.leecyber.support.security;

import com.leecyber.support.security.ProviderPeople.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientResponseException;

/**
 * Asks a provider whether it still vouches for somebody, and for what: with the refresh token, which a provider takes
 * back from whom it locks out, and then at the user info endpoint.
 */
@Component
class ProviderQuestion {

    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshing =
            ProviderConnection.refreshing();
    private final OidcUserService people = ProviderConnection.people();
    private final JwtDecoderFactory<ClientRegistration> idTokens = new OidcIdTokenDecoderFactory();
    private final ProviderClaims claims;

    ProviderQuestion(ProviderClaims claims) {
        this.claims = claims;
    }

    /** The provider vouches for them no more. */
    static class Refused extends Exception {}

    /** The provider gave no answer; what it would be, nobody knows. */
    static class Unanswered extends Exception {}

    /** As the provider describes them now. */
    Person ask(ProviderSignIn signIn) throws Refused, Unanswered {
        try {
            return answer(signIn);
        } catch (BadJwtException forged) {
            throw new Refused();
        } catch (RuntimeException failure) {
            if (isRefusal(failure)) {
                throw new Refused();
            }
            throw new Unanswered();
        }
    }

    private Person answer(ProviderSignIn signIn) throws Refused, Unanswered {
        ClientRegistration provider = signIn.client().getClientRegistration();
        Map<String, Object> fresh = new HashMap<>();
        boolean freshToken = signIn.client().getRefreshToken() != null && refresh(signIn, provider, fresh);
        OidcUserInfo userInfo = people.loadUser(
                        new OidcUserRequest(provider, signIn.client().getAccessToken(), signIn.token()))
                .getUserInfo();
        if (userInfo != null) {
            fresh.putAll(userInfo.getClaims());
        } else if (signIn.client().getRefreshToken() == null) {
            throw new Unanswered();
        }
        Map<String, Object> all = new HashMap<>(signIn.token().getClaims());
        all.putAll(fresh);
        // Groups that a fresh answer does not name are gone; only who never heard of any afresh goes by the old ones.
        return claims.person(provider.getRegistrationId(), all, freshToken || signIn.groupsInUserInfo() ? fresh : all);
    }

    /** Returns whether there was a new ID token, too. */
    private boolean refresh(ProviderSignIn signIn, ClientRegistration provider, Map<String, Object> fresh)
            throws Refused {
        OAuth2AuthorizedClient client = signIn.client();
        OAuth2AccessTokenResponse answer = refreshing.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(provider, client.getAccessToken(), client.getRefreshToken()));
        // At once: the old refresh token may be void already.
        signIn.renew(new OAuth2AuthorizedClient(
                provider,
                client.getPrincipalName(),
                answer.getAccessToken(),
                answer.getRefreshToken() == null ? client.getRefreshToken() : answer.getRefreshToken()));
        if (!(answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String idToken)) {
            return false;
        }
        Jwt decoded = idTokens.createDecoder(provider).decode(idToken);
        if (!decoded.getSubject().equals(signIn.token().getSubject())
                || !decoded.getClaimAsString(IdTokenClaimNames.ISS)
                        .equals(signIn.token().getClaimAsString(IdTokenClaimNames.ISS))) {
            throw new Refused();
        }
        signIn.renew(new OidcIdToken(idToken, decoded.getIssuedAt(), decoded.getExpiresAt(), decoded.getClaims()));
        fresh.putAll(decoded.getClaims());
        return true;
    }

    /** What the provider itself answered is final; a broken line, an overload or a proxy's error page is not. */
    private static boolean isRefusal(RuntimeException failure) {
        Throwable cause = failure;
        while (!(cause instanceof RestClientResponseException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RestClientResponseException answered) {
            return isFinal(answered.getStatusCode());
        }
        return cause instanceof OAuth2AuthorizationException answered && isFinal(answered.getError())
                || cause instanceof OAuth2AuthenticationException;
    }

    private static boolean isFinal(OAuth2Error error) {
        return !Set.of(OAuth2ErrorCodes.SERVER_ERROR, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE)
                .contains(error.getErrorCode());
    }

    private static boolean isFinal(HttpStatusCode status) {
        return status.is4xxClientError()
                && !status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)
                && !status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }
}
