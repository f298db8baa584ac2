package com.leecyber.support.process;

import com.leecyber.support.security.StandingConfirmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Camunda's webapps take over whoever signed in on the desk's own page. */
public class WebappSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated()) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult result = AuthenticationResult.successful(signedIn.getName());
        List<String> groups =
                engine.getIdentityService().createGroupQuery().groupMember(signedIn.getName()).list().stream()
                        .map(Group::getId)
                        .toList();
        result.setGroups(groups);
        return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The filter chain in front has already sent whoever is not signed in to the sign-in page.
    }

    /** Camunda keeps somebody's groups and applications in their session: away with them when they were read anew. */
    @Component
    static class Memory {

        @EventListener
        void forget(StandingConfirmed confirmed) {
            AuthenticationUtil.updateSession(confirmed.session(), new Authentications());
        }
    }

    @Configuration
    static class Registration {

        private static final int BEHIND_SPRING_SECURITY = 201;

        @Bean
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSignInFilter() {
            var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
            registration.setInitParameters(Map.of("authentication-provider", WebappSignIn.class.getName()));
            registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
            registration.setOrder(BEHIND_SPRING_SECURITY);
            return registration;
        }
    }
}
