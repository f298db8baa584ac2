package com.leecyber.support.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Runs what the application itself does with the engine, whoever is signed in on this thread. */
@Component
class AsApplication {

    private final IdentityService identities;

    AsApplication(IdentityService identities) {
        this.identities = identities;
    }

    void run(Runnable action) {
        get(() -> {
            action.run();
            return null;
        });
    }

    <T> T get(Supplier<T> action) {
        Authentication signedIn = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return action.get();
        } finally {
            if (signedIn != null) {
                identities.setAuthentication(signedIn.getUserId(), signedIn.getGroupIds(), signedIn.getTenantIds());
            }
        }
    }
}
