package com.leecyber.support.security;

import com.leecyber.support.security.ProviderPeople.NotAdmitted;
import com.leecyber.support.security.ProviderPeople.Person;
import com.leecyber.support.security.ProviderPeople.Refusal;
import com.leecyber.support.security.StaffDirectory.Staff;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The last step of a sign-in through a provider, when code, state, nonce and signature were found good: may they in? */
@Component
class ProviderAdmission implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_TEAM = "no_team";

    /** Every reason for a refusal of the desk's own, as the sign-in page knows it. */
    static final Set<String> REASONS = Stream.concat(
                    Stream.of(NO_TEAM), Arrays.stream(Refusal.values()).map(ProviderAdmission::reason))
            .collect(Collectors.toUnmodifiableSet());

    private final OAuth2UserService<OidcUserRequest, OidcUser> described = ProviderConnection.people();
    private final ProviderClaims claims;
    private final ProviderPeople people;
    private final Clock clock;

    ProviderAdmission(ProviderClaims claims, ProviderPeople people, Clock clock) {
        this.claims = claims;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = described.loadUser(request);
        Person person = claims.person(request.getClientRegistration().getRegistrationId(), user.getClaims());
        if (person.teams().isEmpty()) {
            throw refused(NO_TEAM);
        }
        Staff staff = admit(person);
        boolean groupsInUserInfo = user.getUserInfo() != null
                && claims.nameGroups(user.getUserInfo().getClaims());
        return new ProviderStaff(
                staff,
                user.getIdToken(),
                new ProviderSignIn(staff.user(), user.getIdToken(), groupsInUserInfo, clock.instant()));
    }

    private Staff admit(Person person) {
        try {
            return people.admit(person);
        } catch (NotAdmitted refused) {
            throw refused(reason(refused.refusal()));
        }
    }

    private static String reason(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }

    private static OAuth2AuthenticationException refused(String reason) {
        return new OAuth2AuthenticationException(new OAuth2Error(reason));
    }
}
