package com.leecyber.support.security;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** One sign-in through a provider, as long as its session lives, and what the provider can be asked with again. */
final class ProviderSignIn implements HttpSessionBindingListener {

    private final String login;
    private final Standing standing;
    private final Standing tokens;
    private final boolean groupsInUserInfo;
    private volatile OidcIdToken token;
    private volatile OAuth2AuthorizedClient client;
    private volatile ProviderSignIns registry;

    /**
     * @param groupsInUserInfo whether the groups came from the user info endpoint, so that their absence there means none
     */
    ProviderSignIn(String login, OidcIdToken token, boolean groupsInUserInfo, Instant signedInAt) {
        this.login = login;
        this.token = token;
        this.groupsInUserInfo = groupsInUserInfo;
        this.standing = new Standing(signedInAt);
        this.tokens = new Standing(signedInAt);
    }

    void lives(ProviderSignIns registry, OAuth2AuthorizedClient client) {
        this.registry = registry;
        this.client = client;
    }

    String login() {
        return login;
    }

    Standing standing() {
        return standing;
    }

    /** The standing of whoever calls with the same person's token: asked for apart, so that the session still hears. */
    Standing tokens() {
        return tokens;
    }

    boolean groupsInUserInfo() {
        return groupsInUserInfo;
    }

    OidcIdToken token() {
        return token;
    }

    void renew(OidcIdToken newer) {
        token = newer;
    }

    OAuth2AuthorizedClient client() {
        return client;
    }

    void renew(OAuth2AuthorizedClient newer) {
        client = newer;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        registry.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        registry.remove(this);
    }
}
