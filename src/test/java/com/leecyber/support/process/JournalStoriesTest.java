package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.leecyber.support.audit.Journal;
import com.leecyber.support.change.Digest;
import com.leecyber.support.change.RulesInForce;
import com.leecyber.support.gate.ProcessFile;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing happens without an entry: where, why, by which row of which table, and what people do past the diagrams. */
@ProcessStories
class JournalStoriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Story story;

    @Autowired
    Journal journal;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identities;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService repository;

    @Autowired
    RulesInForce rules;

    @Autowired
    RoleGrants grants;

    @Autowired
    DemoStaff staff;

    @Test
    void everyStepOfAProcessSaysWhereItWas() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "ESCALATE", "text", "Похоже на ошибку сервера."));

        assertThat(place(only(number, "LICENCE_CHECKED"))).isEqualTo("ServiceTask_CheckLicence");
        assertThat(only(number, "LICENCE_CHECKED").actor()).isEqualTo("system:ServiceTask_CheckLicence");
        assertThat(place(only(number, "TRIAGE_DECIDED"))).isEqualTo("Task_Triage");
        assertThat(place(only(number, "PRIORITY_SET"))).isEqualTo("Task_Triage");
        assertThat(details(only(number, "TRIAGE_DECIDED")).at("/step/diagram").asText())
                .matches("ticket:\\d+");
        assertThat(details(only(number, "TICKET_REGISTERED")).has("step"))
                .as("a ticket is registered before its process starts")
                .isFalse();
        assertThat(journal.verify(number)).isEmpty();
    }

    @Test
    void everyAnswerOfATableStandsThereWithItsQuestion() {
        String number = story.registered(TicketType.QUESTION);
        story.triages(number, Map.of("type", "PROBLEM", "outcome", "ESCALATE", "scope", "SEVERAL_USERS", "text", "L2"));

        JsonNode window = decided(only(number, "TICKET_REGISTERED"));
        assertThat(window.get("table").asText()).matches("responseWindow:\\d+");
        assertThat(window.get("clause").asText()).isEqualTo("R3.2");
        assertThat(window.at("/facts/channel").asText()).isEqualTo("PANEL");
        assertThat(window.at("/answer/window").asText()).startsWith("PT");

        JsonNode licence = decided(only(number, "LICENCE_CHECKED"));
        assertThat(licence.at("/facts/everLicensed").asBoolean()).isTrue();
        assertThat(licence.at("/answer/valid").asBoolean()).isTrue();

        assertThat(decided(only(number, "TYPE_CORRECTED")).at("/facts/nature").asText())
                .isEqualTo("TECHNICAL");
        JsonNode priority = decided(only(number, "PRIORITY_SET"));
        assertThat(priority.at("/facts/type").asText()).isEqualTo("PROBLEM");
        assertThat(priority.at("/facts/scope").asText()).isEqualTo("SEVERAL_USERS");
        assertThat(priority.at("/facts/workaround").asBoolean()).isTrue();
        assertThat(priority.get("rule").asText())
                .isEqualTo(details(only(number, "PRIORITY_SET")).get("rule").asText());
        assertThat(decided(only(number, "ESCALATED")).get("table").asText()).startsWith("responseWindow:");
    }

    @Test
    void anExclusionSaysByWhichRow() {
        String number = story.registered(TicketType.PROBLEM);
        story.triages(number, Map.of("outcome", "OUTSIDE", "exclusion", "THIRD_PARTY", "text", "У провайдера авария."));

        JsonNode exclusion = decided(only(number, "TICKET_RESOLVED"));
        assertThat(exclusion.get("table").asText()).matches("exclusion:\\d+");
        assertThat(exclusion.at("/facts/reason").asText()).isEqualTo("THIRD_PARTY");
        assertThat(exclusion.get("clause").asText()).startsWith("R7.2");
    }

    @Test
    void aTimerActsInTheNameOfItsStep() {
        String number = story.registered(TicketType.QUESTION);
        story.passes(Duration.ofHours(7));

        JournalEntry breach = only(number, "DEADLINE_BREACHED");
        assertThat(breach.actor()).isEqualTo("system:ServiceTask_RecordBreach");
        assertThat(place(breach)).isEqualTo("ServiceTask_RecordBreach");
    }

    @Test
    void aTaskThatIsGivenToSomebodyTellsByWhom() {
        String number = story.registered(TicketType.QUESTION);
        String task = story.task(number, "Task_Triage").getId();
        story.as("vera", () -> tasks.setAssignee(task, "anna"));

        JournalEntry given = only(number, "TASK_ASSIGNED");
        assertThat(given.actor()).isEqualTo("vera");
        assertThat(place(given)).isEqualTo("Task_Triage");
        assertThat(details(given).at("/changes/assignee/after").asText()).isEqualTo("anna");
    }

    @Test
    void whatGoesOnInEveryTicketLeavesNoEntryOfTheEngines() {
        String number = story.registered(TicketType.QUESTION);
        story.triages(number, Map.of("outcome", "ASK", "text", "Какой документ?"));
        story.customerWrites(number, "Любой.");
        lifecycle.withdraw(number);
        story.runDueJobs();

        assertThat(story.journal(number))
                .contains("TICKET_WITHDRAWN")
                .doesNotContain("TASK_ASSIGNED", "PROCESS_CHANGED", "PROCESS_DELETED", "HISTORY_DELETED");
    }

    @Test
    void whoEndsOrChangesAProcessIsNamed() {
        String number = story.registered(TicketType.PROBLEM);
        String process = story.process(number).getId();
        story.as("admin", () -> {
            runtime.setVariable(process, "licenceValid", false);
            runtime.suspendProcessInstanceById(process);
            runtime.deleteProcessInstance(process, "Ошибочно начат");
        });

        List<JournalEntry> changes = entries(number, "PROCESS_CHANGED");
        assertThat(changes).extracting(JournalEntry::actor).containsOnly("admin");
        assertThat(changes)
                .extracting(entry -> details(entry).get("operation").asText())
                .containsExactly("SetVariable", "Suspend");
        JournalEntry deleted = only(number, "PROCESS_DELETED");
        assertThat(deleted.actor()).isEqualTo("admin");
        assertThat(details(deleted).get("diagram").asText()).startsWith("ticket:");
        assertThat(details(deleted).get("why").asText()).isEqualTo("Ошибочно начат");

        story.as("admin", () -> history.deleteHistoricProcessInstance(process));
        assertThat(only(number, "HISTORY_DELETED").actor()).isEqualTo("admin");
        assertThat(details(only(number, "HISTORY_DELETED")).get("processes"))
                .extracting(JsonNode::asText)
                .containsExactly(process);
        assertThat(last(Interventions.HISTORY).kind()).isEqualTo("HISTORY_DELETED");
        assertThat(journal.verify(number)).isEmpty();
    }

    @Test
    void aWholeSeriesOfDeletionsIsNamed() {
        String number = story.registered(TicketType.PROBLEM);
        String process = story.process(number).getId();
        story.as("admin", () -> runtime.deleteProcessInstancesAsync(List.of(process), "Учения"));

        JournalEntry order = last(Interventions.PROCESSES);
        assertThat(order.kind()).isEqualTo("PROCESS_DELETED");
        assertThat(order.actor()).isEqualTo("admin");

        story.runDueJobs();
        assertThat(story.journal(number)).contains("PROCESS_DELETED");
    }

    @Test
    void peopleAndTheirRightsAreJournaled() {
        long before = journal.of(Interventions.ACCESS).size();
        story.as("admin", () -> {
            User newcomer = identities.newUser("journal-newcomer");
            newcomer.setFirstName("Тайное");
            newcomer.setPassword("secret-of-newcomer");
            identities.saveUser(newcomer);
            identities.createMembership("journal-newcomer", "l1");
            identities.deleteMembership("journal-newcomer", "l1");
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setUserId("journal-newcomer");
            grant.setResource(Resources.DEPLOYMENT);
            grant.setResourceId("*");
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
            grant.addPermission(Permissions.CREATE);
            authorizations.saveAuthorization(grant);
            authorizations.deleteAuthorization(grant.getId());
            identities.deleteUser("journal-newcomer");
        });

        List<JournalEntry> entries =
                journal.of(Interventions.ACCESS).stream().skip(before).toList();
        assertThat(entries).extracting(JournalEntry::actor).containsOnly("admin");
        assertThat(entries)
                .extracting(entry ->
                        entry.kind() + " " + details(entry).get("operation").asText())
                .containsSubsequence(
                        "ACCOUNT_CHANGED Create",
                        "PERMISSION_CHANGED Create",
                        "PERMISSION_CHANGED Delete",
                        "PERMISSION_CHANGED Create",
                        "PERMISSION_CHANGED Update",
                        "PERMISSION_CHANGED Delete",
                        "ACCOUNT_CHANGED Delete");
        JsonNode given = details(entries.get(1)).get("changes");
        assertThat(given.at("/userId/after").asText()).isEqualTo("journal-newcomer");
        assertThat(given.at("/groupId/after").asText()).isEqualTo("l1");
        JsonNode changed = details(entries.stream()
                        .filter(entry ->
                                details(entry).get("operation").asText().equals("Update"))
                        .findFirst()
                        .orElseThrow())
                .get("changes");
        assertThat(changed.at("/permissions/before").asText()).isEqualTo("READ");
        assertThat(changed.at("/permissions/after").asText()).contains("CREATE");
        assertThat(entries).extracting(JournalEntry::details).noneMatch(text -> text.contains("Тайное"));
        assertThat(entries).extracting(JournalEntry::details).noneMatch(text -> text.contains("secret"));
    }

    @Test
    void aStartThatChangesNothingLeavesNoEntry() throws Exception {
        assertThat(journal.of(Interventions.ACCESS))
                .as("the first start of this database")
                .extracting(JournalEntry::actor)
                .contains("system:role-model", "system:demo");
        int before = journal.of(Interventions.ACCESS).size();

        grants.run(null);
        staff.run(null);

        assertThat(journal.of(Interventions.ACCESS)).hasSize(before);
    }

    @Test
    void aGrantThatWasNarrowedIsRestoredWithAnEntry() {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn("auditor")
                .resourceType(Resources.OPERATION_LOG_CATEGORY)
                .singleResult();
        story.as("admin", () -> {
            grant.setPermissions(new Permissions[] {Permissions.NONE});
            authorizations.saveAuthorization(grant);
        });

        grants.run(null);

        JournalEntry restored = last(Interventions.ACCESS);
        assertThat(restored.actor()).isEqualTo("system:role-model");
        assertThat(details(restored).at("/changes/groupId/after").asText()).isEqualTo("auditor");
    }

    @Test
    void whatComesIntoForceAndGoesIsJournaledWithItsDigests() {
        ProcessFile form = rules.files().values().stream()
                .filter(file -> file.name().endsWith("triage.html"))
                .findFirst()
                .orElseThrow();
        String deployment = rules.deploy("journal test", List.of(form));

        JournalEntry made = last(Interventions.DEPLOYMENTS);
        assertThat(made.kind()).isEqualTo("DEPLOYMENT_MADE");
        assertThat(details(made).get("deployment").asText()).isEqualTo(deployment);
        assertThat(details(made).get("files").get(form.name()).asText()).isEqualTo(Digest.of(form));

        story.as("admin", () -> repository.deleteDeployment(deployment));

        JournalEntry removed = last(Interventions.DEPLOYMENTS);
        assertThat(removed.kind()).isEqualTo("DEPLOYMENT_DELETED");
        assertThat(removed.actor()).isEqualTo("admin");
        assertThat(details(removed).get("files")).isEqualTo(details(made).get("files"));
    }

    @Test
    void theFirstDeploymentIsTheReleases() {
        assertThat(journal.of(Interventions.DEPLOYMENTS).get(0).actor()).isEqualTo("system:release");
    }

    @Test
    void chainsOfTheEngineAreWhole() {
        for (String chain : Set.of(Interventions.ACCESS, Interventions.DEPLOYMENTS, Interventions.PROCESSES)) {
            assertThat(journal.verify(chain)).as(chain).isEmpty();
        }
    }

    private JournalEntry last(String chain) {
        List<JournalEntry> entries = journal.of(chain);
        return entries.get(entries.size() - 1);
    }

    private List<JournalEntry> entries(String number, String kind) {
        return journal.of(number).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    private JournalEntry only(String number, String kind) {
        List<JournalEntry> entries = entries(number, kind);
        assertThat(entries).as(kind).hasSize(1);
        return entries.get(0);
    }

    private static String place(JournalEntry entry) {
        return details(entry).at("/step/element").asText();
    }

    private static JsonNode decided(JournalEntry entry) {
        JsonNode decided = details(entry).get("decided");
        assertThat(decided).as(entry.details()).hasSize(1);
        return decided.get(0);
    }

    private static JsonNode details(JournalEntry entry) {
        try {
            return JSON.readTree(entry.details());
        } catch (JsonProcessingException e) {
            throw new AssertionError(entry.details(), e);
        }
    }
}
