package com.leecyber.support.change;

import com.leecyber.support.ticket.PageTimes;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page of changes needs beside its own content. */
@ControllerAdvice(assignableTypes = ChangesController.class)
class PageFrame {

    private static final Set<String> AGENTS = Set.of("ROLE_SHIFT_LEAD", "ROLE_CAMUNDA_ADMIN");
    private static final Set<String> OWNERS = Set.of("ROLE_PROCESS_OWNER", "ROLE_CAMUNDA_ADMIN");

    private final ZoneId zone;

    PageFrame(@Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.zone = zone;
    }

    @ModelAttribute("times")
    PageTimes times(Locale locale) {
        return new PageTimes(zone, locale);
    }

    @ModelAttribute("workplaces")
    Workplaces workplaces(Authentication reader) {
        Set<String> roles = reader.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return new Workplaces(
                AGENTS.stream().anyMatch(roles::contains), OWNERS.stream().anyMatch(roles::contains));
    }

    /** Which of Camunda's applications the reader may open. */
    record Workplaces(boolean tasklist, boolean cockpit) {}

    @ModelAttribute("modelerAddress")
    String modelerAddress() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/engine-rest")
                .toUriString();
    }
}
