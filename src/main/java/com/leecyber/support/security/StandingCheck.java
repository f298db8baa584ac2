package com.leecyber.support.security;

import com.leecyber.support.security.ProviderPeople.Person;
import com.leecyber.support.security.StaffDirectory.Staff;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/** Finds out whether somebody who signed in may still be here, and as what; asked seldom, and once for many requests. */
@Component
class StandingCheck {

    private static final Logger log = LoggerFactory.getLogger(StandingCheck.class);

    private final StaffDirectory directory;
    private final ProviderPeople people;
    private final ProviderQuestion question;
    private final ProviderSignIns signIns;
    private final OidcSettings settings;
    private final Clock clock;

    StandingCheck(
            StaffDirectory directory,
            ProviderPeople people,
            ProviderQuestion question,
            ProviderSignIns signIns,
            OidcSettings settings,
            Clock clock) {
        this.directory = directory;
        this.people = people;
        this.question = question;
        this.signIns = signIns;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isDue(Standing standing) {
        return standing.isOver() || standing.isDue(clock.instant());
    }

    /**
     * Somebody's sign-in as it stands now.
     *
     * @return the same object where nothing was asked or answered; empty when it is over
     */
    Optional<Authentication> renewed(Authentication signedIn) {
        Standing standing = ((SignedIn) signedIn.getPrincipal()).standing();
        // Requests of the same page wait here for the first: a refresh token may be used only once.
        synchronized (standing) {
            if (standing.isOver()) {
                return Optional.empty();
            }
            if (!standing.isDue(clock.instant())) {
                return Optional.of(signedIn);
            }
            Optional<Authentication> now = signedIn.getPrincipal() instanceof ProviderStaff staff
                    ? fromProvider(signedIn, staff)
                    : local(signedIn, (LocalStaff) signedIn.getPrincipal());
            if (now.isEmpty()) {
                standing.end();
                log.info(
                        "The sign-in of {} is over: locked out, without a group, or with another password",
                        signedIn.getName());
            }
            return now;
        }
    }

    /**
     * One of the desk's people without a session, such as the owner of a token. Whom a provider vouches for has to be
     * signed in at this node: the provider can be asked with that sign-in alone.
     */
    Optional<Staff> current(String login) {
        return directory
                .find(login)
                .flatMap(staff -> staff.fromProvider()
                        ? signIns.of(login).flatMap(this::current)
                        : Optional.of(staff).filter(StandingCheck::hasTeam));
    }

    private Optional<Staff> current(ProviderSignIn signIn) {
        synchronized (signIn.standing()) {
            if (signIn.standing().isOver()) {
                return Optional.empty();
            }
            Optional<Staff> staff = (signIn.tokens().isDue(clock.instant())
                            ? asked(signIn, signIn.tokens())
                            : directory.find(signIn.login()))
                    .filter(StandingCheck::hasTeam);
            if (staff.isEmpty()) {
                signIn.standing().end();
            }
            return staff;
        }
    }

    private Optional<Authentication> local(Authentication signedIn, LocalStaff person) {
        return directory
                .find(person.name())
                .filter(staff ->
                        !staff.fromProvider() && staff.passwordMark().equals(person.passwordMark()) && hasTeam(staff))
                .map(staff -> {
                    person.standing().confirmed(clock.instant());
                    var now = UsernamePasswordAuthenticationToken.authenticated(person, null, SignedIn.roles(staff));
                    now.setDetails(signedIn.getDetails());
                    return now;
                });
    }

    private Optional<Authentication> fromProvider(Authentication signedIn, ProviderStaff person) {
        ProviderSignIn signIn = person.signIn();
        return asked(signIn, signIn.standing()).filter(StandingCheck::hasTeam).map(staff -> {
            ProviderStaff principal = new ProviderStaff(staff, signIn.token(), signIn);
            var now = new OAuth2AuthenticationToken(
                    principal,
                    principal.getAuthorities(),
                    ((OAuth2AuthenticationToken) signedIn).getAuthorizedClientRegistrationId());
            now.setDetails(signedIn.getDetails());
            return now;
        });
    }

    private Optional<Staff> asked(ProviderSignIn signIn, Standing standing) {
        try {
            Person person = question.ask(signIn);
            standing.confirmed(clock.instant());
            return person.teams().isEmpty() ? Optional.empty() : people.renew(person);
        } catch (ProviderQuestion.Refused refused) {
            return Optional.empty();
        } catch (ProviderQuestion.Unanswered unanswered) {
            log.warn("The provider does not say whether {} may stay", signIn.login());
            return standing.unanswered(clock.instant(), settings.grace())
                    ? directory.find(signIn.login())
                    : Optional.empty();
        }
    }

    private static boolean hasTeam(Staff staff) {
        return !staff.groups().isEmpty();
    }
}
