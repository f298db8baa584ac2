package com.leecyber.support.process;

import com.leecyber.support.audit.Actor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One invented person a role to try the desk with; they exist in the demo profile alone. */
@Component
@Profile("demo")
@Order(1)
class DemoStaff implements ApplicationRunner {

    private static final String PASSWORD = "demo";

    private final StaffAccounts staff;

    DemoStaff(StaffAccounts staff) {
        this.staff = staff;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Actor.as("demo", this::create);
    }

    private void create() {
        staff.create("anna", "Анна", "Кузнецова", PASSWORD, Role.L1);
        staff.create("boris", "Борис", "Лебедев", PASSWORD, Role.L2);
        staff.create("vera", "Вера", "Соколова", PASSWORD, Role.SHIFT_LEAD);
        staff.create("oleg", "Олег", "Морозов", PASSWORD, Role.OPERATIONS);
        staff.create("olga", "Ольга", "Павлова", PASSWORD, Role.PROCESS_OWNER);
        staff.create("inna", "Инна", "Белова", PASSWORD, Role.AUDITOR);
        staff.create("admin", "Администратор", "стенда", PASSWORD, Role.ADMINISTRATOR);
    }
}
