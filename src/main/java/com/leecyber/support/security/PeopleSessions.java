package com.leecyber.support.security;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

/** The sessions of the desk's people. */
@Component
class PeopleSessions {

    private final StandingCheck standing;
    private final ApplicationEventPublisher events;

    PeopleSessions(StandingCheck standing, ApplicationEventPublisher events) {
        this.standing = standing;
        this.events = events;
    }

    /** Whoever has a session is looked at again every minute. */
    HttpSecurity in(HttpSecurity http) {
        return http.addFilterAfter(new StandingFilter(standing, events), SecurityContextHolderFilter.class);
    }
}
