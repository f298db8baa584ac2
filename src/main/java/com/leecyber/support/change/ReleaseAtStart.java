package com.leecyber.support.change;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Brings the release's rules when everything is there, and before anybody is let in. */
@Component
class ReleaseAtStart implements SmartInitializingSingleton {

    private final ReleasedRules released;

    ReleaseAtStart(ReleasedRules released) {
        this.released = released;
    }

    @Override
    public void afterSingletonsInstantiated() {
        released.bring();
    }
}
