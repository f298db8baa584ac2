package com.leecyber.support.security;

import com.leecyber.support.security.StaffDirectory.Staff;
import java.util.List;
import java.util.Optional;

/** The people whom providers vouch for, as the engine has to know them: to assign tasks and to grant rights. */
public interface ProviderPeople {

    /**
     * Takes somebody in who has just signed in, or brings what is known of them up to date. The provider is the truth:
     * teams that it does not name are taken away.
     *
     * @throws NotAdmitted if the name cannot be theirs; nothing was changed then
     */
    Staff admit(Person person);

    /**
     * Brings what is known of somebody up to date, who signed in before.
     *
     * @return empty when they were removed from the desk meanwhile
     */
    Optional<Staff> renew(Person person);

    /**
     * Somebody, as a provider describes them.
     *
     * @param provider the id of its registration
     * @param subject whom the provider means, whatever they are called
     * @param login the name they would like to have at the desk
     * @param firstName may be null, as the last name and the e-mail address
     * @param teams the desk's groups; not empty
     */
    record Person(
            String provider,
            String subject,
            String login,
            String firstName,
            String lastName,
            String email,
            List<String> teams) {}

    /** Why somebody whom a provider vouches for is not let in. */
    enum Refusal {
        /** The name is none that the engine could store. */
        NAME_UNUSABLE,
        /** Somebody with a local account is called so. */
        NAME_IS_LOCAL,
        /** Somebody else, known through a provider, is called so. */
        NAME_IS_TAKEN
    }

    /** Somebody is not let in. */
    final class NotAdmitted extends RuntimeException {

        private final Refusal refusal;

        /** For this reason. */
        public NotAdmitted(Refusal refusal) {
            super("Not admitted: " + refusal);
            this.refusal = refusal;
        }

        /** The reason. */
        public Refusal refusal() {
            return refusal;
        }
    }
}
