package com.leecyber.support.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.stereotype.Component;

/** How staff may sign in here; a configuration that would let nobody in, or too many, stops the start. */
@Component
class SignInWays {

    private static final String REGISTRATION = "spring.security.oauth2.client.registration.";

    private final boolean password;
    private final Map<String, String> providers;

    SignInWays(
            SignInSettings settings,
            OidcSettings oidc,
            CustomerProvider customers,
            ObjectProvider<OAuth2ClientProperties> registrations) {
        password = settings.password();
        Map<String, String> names = new LinkedHashMap<>();
        registrations.ifAvailable(configured ->
                configured.getRegistration().forEach((id, provider) -> names.put(id, name(id, provider))));
        require(
                customers.provider() == null || names.remove(customers.provider()) != null,
                "support.panel.sign-in.provider names no registration: configure " + REGISTRATION + customers.provider()
                        + ".");
        providers = Collections.unmodifiableMap(names);
        require(
                password || !providers.isEmpty(),
                "support.sign-in.password is false and there is no provider: nobody could sign in. Configure "
                        + REGISTRATION + "<id>, or leave passwords on.");
        require(
                providers.isEmpty() || !oidc.teams().isEmpty(),
                "A provider is configured, but none of its groups means a team: set support.sign-in.oidc.teams.*.");
    }

    boolean password() {
        return password;
    }

    /** What people call each of the staff's providers, by the id of its registration. */
    Map<String, String> providers() {
        return providers;
    }

    private static String name(String id, OAuth2ClientProperties.Registration registration) {
        Set<String> scopes = registration.getScope();
        require(
                scopes != null && scopes.contains("openid"),
                REGISTRATION + id + ".scope must contain openid: without it nobody says who signed in.");
        return registration.getClientName() == null ? id : registration.getClientName();
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }
}
