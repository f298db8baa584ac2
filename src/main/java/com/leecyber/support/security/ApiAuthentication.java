package com.leecyber.support.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A client of the API, known by its token. */
final class ApiAuthentication extends AbstractAuthenticationToken {

    private static final String AUTHORITY = "API_";

    private final ApiClient client;

    ApiAuthentication(ApiClient client) {
        super(AuthorityUtils.createAuthorityList(authority(client.role())));
        this.client = client;
        setAuthenticated(true);
    }

    static String authority(ApiRole role) {
        return AUTHORITY + role.name();
    }

    /** As the journal calls it: never to be taken for a person, and without its name, which may be a customer's. */
    @Override
    public String getName() {
        return "api:" + client.id();
    }

    @Override
    public ApiClient getPrincipal() {
        return client;
    }

    @Override
    public Object getCredentials() {
        return null;
    }
}
