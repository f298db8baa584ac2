package com.leecyber.support.notification;

import com.leecyber.support.customer.Licensing;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Every customer who has a valid licence when their turn comes (R1.4, R6.1). */
@Component
class LicensedCustomers implements CircularAudience {

    private final Licensing licensing;
    private final Clock clock;

    LicensedCustomers(Licensing licensing, Clock clock) {
        this.licensing = licensing;
        this.clock = clock;
    }

    @Override
    public String id() {
        return LICENSED;
    }

    @Override
    public Reached next(String about, long after, int atMost) {
        Licensing.Page page = licensing.licensed(after, atMost, clock.instant());
        return new Reached(page.licensed(), page.last(), page.complete());
    }
}
