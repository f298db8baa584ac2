package com.leecyber.support.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.stereotype.Component;

/**
 * The sign-ins through providers whose sessions live on this node. Each keeps its provider's tokens to itself and loses
 * them with its session; nothing of them is stored.
 */
@Component
class ProviderSignIns implements OAuth2AuthorizedClientRepository {

    private static final String ATTRIBUTE = ProviderSignIn.class.getName();

    private final Set<ProviderSignIn> live = ConcurrentHashMap.newKeySet();

    void add(ProviderSignIn signIn) {
        live.add(signIn);
    }

    void remove(ProviderSignIn signIn) {
        live.remove(signIn);
    }

    /** A sign-in of that person that is not over, if there is one. */
    Optional<ProviderSignIn> of(String login) {
        return live.stream()
                .filter(signIn ->
                        signIn.login().equals(login) && !signIn.standing().isOver())
                .findFirst();
    }

    /** The provider says that a session of its own ended, or all of a person's. */
    void end(OidcLogoutToken ended) {
        live.stream()
                // As texts: comparing two URLs would ask the name server.
                .filter(signIn -> ended.getClaimAsString(IdTokenClaimNames.ISS)
                        .equals(signIn.token().getClaimAsString(IdTokenClaimNames.ISS)))
                .filter(signIn -> ended.getSessionId() == null
                        ? signIn.token().getSubject().equals(ended.getSubject())
                        : ended.getSessionId().equals(signIn.token().getClaimAsString("sid")))
                .forEach(signIn -> signIn.standing().end());
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        ProviderSignIn signIn = ((ProviderStaff) signedIn.getPrincipal()).signIn();
        signIn.lives(this, client);
        request.getSession().setAttribute(ATTRIBUTE, signIn);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registration, Authentication signedIn, HttpServletRequest request) {
        return signedIn.getPrincipal() instanceof ProviderStaff staff
                ? (T) staff.signIn().client()
                : null;
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        // Its tokens go with the session.
    }
}
