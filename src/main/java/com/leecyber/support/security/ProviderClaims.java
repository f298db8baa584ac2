package com.leecyber.support.security;

import com.leecyber.support.security.ProviderPeople.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.stereotype.Component;

/** Reads a provider's claims about somebody; whatever is not of the expected kind counts as absent. */
@Component
class ProviderClaims {

    private final OidcSettings settings;

    ProviderClaims(OidcSettings settings) {
        this.settings = settings;
    }

    /** Whether they say anything about groups. */
    boolean nameGroups(Map<String, Object> claims) {
        return claims.containsKey(settings.groupsClaim());
    }

    /** Whom they describe; without teams when no group is mapped to one. */
    Person person(String provider, Map<String, Object> claims) {
        return person(provider, claims, claims);
    }

    /**
     * As above.
     *
     * @param groups the claims that name the groups
     */
    Person person(String provider, Map<String, Object> claims, Map<String, Object> groups) {
        return new Person(
                provider,
                text(claims, StandardClaimNames.SUB),
                text(claims, settings.loginClaim()),
                text(claims, StandardClaimNames.GIVEN_NAME),
                text(claims, StandardClaimNames.FAMILY_NAME, StandardClaimNames.NAME),
                // Whoever could claim any address would get another's mail.
                Boolean.FALSE.equals(claims.get(StandardClaimNames.EMAIL_VERIFIED))
                        ? null
                        : text(claims, StandardClaimNames.EMAIL),
                settings.teams().of(texts(groups.get(settings.groupsClaim()))));
    }

    private static String text(Map<String, Object> claims, String... names) {
        for (String name : names) {
            if (claims.get(name) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private static List<String> texts(Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return claim instanceof String one ? List.of(one) : List.of();
    }
}
