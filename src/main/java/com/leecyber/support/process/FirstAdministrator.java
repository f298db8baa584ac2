package com.leecyber.support.process;

import com.leecyber.support.audit.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * There is always an administrator: with none, anybody could make themselves one (CVE-2026-77226). Outside the demo the
 * first one's password comes from {@code support.administrator.password}, and without it the desk does not start.
 */
@Component
@Order(2)
class FirstAdministrator implements ApplicationRunner {

    private static final int SHORTEST_PASSWORD = 12;

    private final StaffAccounts staff;
    private final String user;
    private final String password;

    FirstAdministrator(
            StaffAccounts staff,
            @Value("${support.administrator.user:admin}") String user,
            @Value("${support.administrator.password:}") String password) {
        this.staff = staff;
        this.user = user;
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (staff.hasAdministrator()) {
            return;
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalStateException(
                    "There is no administrator yet: set SUPPORT_ADMINISTRATOR_PASSWORD (at least " + SHORTEST_PASSWORD
                            + " characters) for the first start; the user is '" + user + "'.");
        }
        Actor.as("first-start", () -> staff.create(user, "Администратор", "службы", password, Role.ADMINISTRATOR));
    }
}
