package com.leecyber.support.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a provider's claims mean to the desk.
 *
 * @param loginClaim the claim that names a person at their first sign-in
 * @param groupsClaim the claim that lists the provider's groups
 * @param grace how long the desk trusts the last answer of a provider that does not answer any more
 * @param teams which groups of the provider make somebody a member of which team
 */
@ConfigurationProperties("support.sign-in.oidc")
record OidcSettings(
        @DefaultValue("preferred_username") String loginClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("PT15M") Duration grace,
        @DefaultValue Teams teams) {

    /** For each team of the desk the provider's groups; spelled out, so that environment variables can set them. */
    record Teams(
            @DefaultValue List<String> l1,
            @DefaultValue List<String> l2,
            @DefaultValue List<String> shiftLead,
            @DefaultValue List<String> operations,
            @DefaultValue List<String> processOwner,
            @DefaultValue List<String> auditor,
            @DefaultValue List<String> camundaAdmin) {

        /** The teams of somebody with these groups, each once; a group that nobody mapped gives nothing. */
        List<String> of(Collection<String> groups) {
            List<String> teams = new ArrayList<>();
            addIf(l1, groups, "l1", teams);
            addIf(l2, groups, "l2", teams);
            addIf(shiftLead, groups, "shift-lead", teams);
            addIf(operations, groups, "operations", teams);
            addIf(processOwner, groups, "process-owner", teams);
            addIf(auditor, groups, "auditor", teams);
            addIf(camundaAdmin, groups, "camunda-admin", teams);
            return List.copyOf(teams);
        }

        boolean isEmpty() {
            return List.of(l1, l2, shiftLead, operations, processOwner, auditor, camundaAdmin).stream()
                    .allMatch(List::isEmpty);
        }

        private static void addIf(
                Collection<String> mapped, Collection<String> groups, String team, List<String> teams) {
            if (!Collections.disjoint(mapped, groups)) {
                teams.add(team);
            }
        }
    }
}
