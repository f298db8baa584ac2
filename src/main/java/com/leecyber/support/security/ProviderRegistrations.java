package com.leecyber.support.security;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The configured providers, each asked for its addresses when it is first needed: deadlines run on and passwords work
 * while a provider is down, even if the desk is started then.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProviderRegistrations implements ClientRegistrationRepository {

    private final OAuth2ClientProperties properties;
    private final CustomerProvider customers;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    ProviderRegistrations(OAuth2ClientProperties properties, CustomerProvider customers) {
        this.properties = properties;
        this.customers = customers;
    }

    /** Those of staff, for whom there may be no provider at all; null when there is none. */
    static ClientRegistrationRepository ofStaff(ObjectProvider<ProviderRegistrations> configured) {
        return Optional.ofNullable(configured.getIfAvailable())
                .flatMap(ProviderRegistrations::ofStaff)
                .orElse(null);
    }

    /** Those of staff; empty when every provider is the customers'. */
    Optional<ClientRegistrationRepository> ofStaff() {
        boolean any = properties.getRegistration().keySet().stream().anyMatch(id -> !customers.isFor(id));
        return any ? Optional.of(id -> customers.isFor(id) ? null : findByRegistrationId(id)) : Optional.empty();
    }

    /** The customers' one; empty when there is none. */
    Optional<ClientRegistrationRepository> ofCustomers() {
        return Optional.ofNullable(customers.provider())
                .map(theirs -> id -> theirs.equals(id) ? ofCustomers(id) : null);
    }

    /** They come back to an address of the panel's own. */
    private ClientRegistration ofCustomers(String id) {
        return ClientRegistration.withClientRegistration(findByRegistrationId(id))
                .redirectUri("{baseUrl}/panel/login/oauth2/code/{registrationId}")
                .build();
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!properties.getRegistration().containsKey(id)) {
            return null;
        }
        ClientRegistration registration = known.get(id);
        if (registration == null) {
            registration = asked(id);
            known.put(id, registration);
        }
        return registration;
    }

    private ClientRegistration asked(String id) {
        OAuth2ClientProperties alone = new OAuth2ClientProperties();
        alone.getRegistration().put(id, properties.getRegistration().get(id));
        alone.getProvider().putAll(properties.getProvider());
        return new OAuth2ClientPropertiesMapper(alone).asClientRegistrations().get(id);
    }
}
