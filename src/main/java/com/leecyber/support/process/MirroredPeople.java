package com.leecyber.support.process;

import com.leecyber.support.audit.Actor;
import com.leecyber.support.security.ProviderPeople;
import com.leecyber.support.security.StaffDirectory.Staff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People of providers as users of the engine: without a password, with the groups that their provider names, and with a
 * note of where they come from, which goes when the user is deleted.
 */
@Component
@Transactional
class MirroredPeople implements ProviderPeople {

    private static final String PROVIDER = "provider";
    private static final String SUBJECT = "provider-subject";
    private static final int COLUMN = 255;

    // Two sign-ins of the same newcomer at once would both make them.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('mirrored people', 0))";

    private final ProcessEngine engine;
    private final IdentityService identities;
    private final StaffAccounts staff;
    private final AsApplication asApplication;
    private final JdbcClient database;

    MirroredPeople(ProcessEngine engine, StaffAccounts staff, AsApplication asApplication, JdbcClient database) {
        this.engine = engine;
        this.identities = engine.getIdentityService();
        this.staff = staff;
        this.asApplication = asApplication;
        this.database = database;
    }

    static boolean isMirrored(IdentityService identities, String user) {
        return identities.getUserInfo(user, SUBJECT) != null;
    }

    @Override
    public Staff admit(Person person) {
        return inTheProvidersName(() -> {
            database.sql(ONE_AT_A_TIME).query(row -> {});
            User user = known(person).orElseGet(() -> newcomer(person));
            return upToDate(user, person);
        });
    }

    @Override
    public Optional<Staff> renew(Person person) {
        return inTheProvidersName(() -> {
            database.sql(ONE_AT_A_TIME).query(row -> {});
            return known(person).map(user -> upToDate(user, person));
        });
    }

    /** Whoever signs in does not give themselves what the provider says of them. */
    private <T> T inTheProvidersName(Supplier<T> action) {
        return Actor.onlyAs(PROVIDER, () -> asApplication.get(action));
    }

    /** By subject: a name can be given to somebody else, and a person can get another one. */
    private Optional<User> known(Person person) {
        return Optional.ofNullable(identities
                .createNativeUserQuery()
                .sql(
                        "select U.* from ACT_ID_USER U"
                                + " join ACT_ID_INFO S on S.USER_ID_ = U.ID_ and S.KEY_ = #{subjectKey} and S.VALUE_ = #{subject}"
                                + " join ACT_ID_INFO P on P.USER_ID_ = U.ID_ and P.KEY_ = #{providerKey} and P.VALUE_ = #{provider}")
                .parameter("subjectKey", SUBJECT)
                .parameter("subject", person.subject())
                .parameter("providerKey", PROVIDER)
                .parameter("provider", person.provider())
                .singleResult());
    }

    private User newcomer(Person person) {
        if (!isUsable(person.login()) || person.subject().length() > COLUMN) {
            throw new NotAdmitted(Refusal.NAME_UNUSABLE);
        }
        // Nobody may pass for somebody else by a capital letter either.
        identities
                .createNativeUserQuery()
                .sql("select * from ACT_ID_USER where lower(ID_) = lower(#{login})")
                .parameter("login", person.login())
                .list()
                .forEach(namesake -> {
                    throw new NotAdmitted(
                            isMirrored(identities, namesake.getId()) ? Refusal.NAME_IS_TAKEN : Refusal.NAME_IS_LOCAL);
                });
        User user = identities.newUser(person.login());
        identities.saveUser(user);
        identities.setUserInfo(user.getId(), PROVIDER, person.provider());
        identities.setUserInfo(user.getId(), SUBJECT, person.subject());
        return identities.createUserQuery().userId(user.getId()).singleResult();
    }

    private boolean isUsable(String login) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return login != null && login.matches(configuration.getUserResourceWhitelistPattern());
    }

    private Staff upToDate(User user, Person person) {
        boolean described = same(user.getFirstName(), person.firstName())
                && same(user.getLastName(), person.lastName())
                && same(user.getEmail(), person.email());
        if (!described) {
            user.setFirstName(cut(person.firstName()));
            user.setLastName(cut(person.lastName()));
            user.setEmail(cut(person.email()));
            identities.saveUser(user);
        }
        Set<String> teams = Set.copyOf(person.teams());
        List<String> before = staff.groupsOf(user.getId());
        before.stream()
                .filter(group -> !teams.contains(group))
                .forEach(group -> identities.deleteMembership(user.getId(), group));
        teams.stream()
                .filter(team -> !before.contains(team))
                .forEach(team -> identities.createMembership(user.getId(), team));
        return staff.find(user.getId()).orElseThrow();
    }

    private static boolean same(String stored, String told) {
        return stored == null ? told == null : stored.equals(cut(told));
    }

    private static String cut(String text) {
        return text == null || text.length() <= COLUMN ? text : text.substring(0, COLUMN);
    }
}
