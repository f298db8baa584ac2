package com.leecyber.support.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The provider that customers sign in to the panel through: theirs alone, as all others are the staff's.
 *
 * @param provider the id of its {@code spring.security.oauth2.client.registration}; null while there is none
 */
@ConfigurationProperties("support.panel.sign-in")
public record CustomerProvider(String provider) {

    /** An environment variable without a value means «not set». */
    public CustomerProvider {
        provider = provider == null || provider.isBlank() ? null : provider.strip();
    }

    boolean isFor(String registration) {
        return registration.equals(provider);
    }
}
