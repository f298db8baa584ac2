package com.leecyber.support.security;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which links a page for staff shows its reader: none that would be refused. */
@Component
class StaffNavigation {

    private static final Set<String> REPORT_READERS =
            Set.of("ROLE_SHIFT_LEAD", "ROLE_PROCESS_OWNER", "ROLE_AUDITOR", "ROLE_CAMUNDA_ADMIN");

    /** Whether the reader may open reports. */
    public boolean isReports() {
        return anyOf(REPORT_READERS);
    }

    /** Whether the reader may open the audit pages. */
    public boolean isAudit() {
        return anyOf(Set.of("ROLE_AUDITOR"));
    }

    /** Whether the reader may open incidents and works. */
    public boolean isDesk() {
        return !anyOf(Set.of("ROLE_CAMUNDA_ADMIN"))
                || anyOf(Set.of(
                        "ROLE_L1",
                        "ROLE_L2",
                        "ROLE_SHIFT_LEAD",
                        "ROLE_OPERATIONS",
                        "ROLE_PROCESS_OWNER",
                        "ROLE_AUDITOR"));
    }

    /** Whether the reader may erase personal data. */
    public boolean isErasure() {
        return anyOf(Set.of("ROLE_CAMUNDA_ADMIN"));
    }

    private static boolean anyOf(Set<String> roles) {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null
                && reader.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(roles::contains);
    }
}
