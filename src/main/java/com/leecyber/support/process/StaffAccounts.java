package com.leecyber.support.process;

import com.leecyber.support.security.StaffDirectory;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.core.token.Sha512DigestUtils;
import org.springframework.stereotype.Component;

/** The desk's own people: users and groups of the engine. */
@Component
class StaffAccounts implements StaffDirectory {

    private final IdentityService identities;
    private final AsApplication asApplication;

    StaffAccounts(IdentityService identities, AsApplication asApplication) {
        this.identities = identities;
        this.asApplication = asApplication;
    }

    @Override
    public Optional<Staff> authenticate(String user, String password) {
        return asApplication.get(() -> find(user)
                .filter(staff -> !staff.fromProvider() && !staff.passwordMark().isEmpty())
                .filter(staff -> identities.checkPassword(user, password)));
    }

    @Override
    public Optional<Staff> find(String user) {
        return asApplication.get(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(user).singleResult())
                .map(found ->
                        new Staff(user, groupsOf(user), mark(found), MirroredPeople.isMirrored(identities, user))));
    }

    /** The engine keeps a password as a salted hash; the hash of that one may lie in a session. */
    private static String mark(User user) {
        return user.getPassword() == null ? "" : Sha512DigestUtils.shaHex(user.getPassword());
    }

    List<String> groupsOf(String user) {
        return asApplication.get(() -> identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList());
    }

    /** Creates a user with one role, unless they exist. */
    void create(String user, String firstName, String lastName, String password, String role) {
        if (identities.createUserQuery().userId(user).count() == 0) {
            User created = identities.newUser(user);
            created.setFirstName(firstName);
            created.setLastName(lastName);
            created.setPassword(password);
            identities.saveUser(created);
            identities.createMembership(user, role);
        }
    }

    boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(Role.ADMINISTRATOR).count() > 0;
    }
}
