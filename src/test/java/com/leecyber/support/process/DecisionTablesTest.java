package com.leecyber.support.process;

import static com.leecyber.support.ticket.Impact.Affected.KEY_PROCESS;
import static com.leecyber.support.ticket.Impact.Affected.MODULE;
import static com.leecyber.support.ticket.Impact.Affected.OTHER;
import static com.leecyber.support.ticket.Impact.Affected.PLATFORM;
import static com.leecyber.support.ticket.Impact.Effect.DEGRADED;
import static com.leecyber.support.ticket.Impact.Effect.MINOR;
import static com.leecyber.support.ticket.Impact.Effect.NONE;
import static com.leecyber.support.ticket.Impact.Effect.UNAVAILABLE;
import static com.leecyber.support.ticket.Impact.Scope.ALL_USERS;
import static com.leecyber.support.ticket.Impact.Scope.ONE_USER;
import static com.leecyber.support.ticket.Impact.Scope.SEVERAL_USERS;
import static com.leecyber.support.ticket.Priority.P1;
import static com.leecyber.support.ticket.Priority.P2;
import static com.leecyber.support.ticket.Priority.P3;
import static com.leecyber.support.ticket.TicketType.CLAIM;
import static com.leecyber.support.ticket.TicketType.LIMITS;
import static com.leecyber.support.ticket.TicketType.PROBLEM;
import static com.leecyber.support.ticket.TicketType.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.leecyber.support.DeskTest;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Exclusions.Exclusion;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.Impact.Affected;
import com.leecyber.support.ticket.Impact.Effect;
import com.leecyber.support.ticket.Impact.Scope;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Nature;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.triage.PriorityProposal;
import com.leecyber.support.works.OffPeakHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every row of the decision tables, which row goes first, and that no question stays without an answer. */
@DeskTest
class DecisionTablesTest {

    @Autowired
    DecisionTables tables;

    @Autowired
    DecisionService decisions;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM, INFORMATION, PT30M, chat-30m",
        "TELEGRAM, TECHNICAL,   PT30M, chat-30m",
        "EMAIL,    INFORMATION, PT2H,  email-2h",
        "EMAIL,    TECHNICAL,   PT2H,  email-2h",
        "PANEL,    INFORMATION, PT2H,  panel-information-2h",
        "PANEL,    TECHNICAL,   PT6H,  panel-technical-6h",
    })
    void channelAndNatureDecideTheResponseWindow(Channel channel, Nature nature, Duration length, String rule) {
        ResponseWindow window = tables.windowFor(channel, nature);

        assertThat(window.length()).isEqualTo(length);
        assertThat(window.warningShare()).isEqualTo(0.75);
        assertThat(window.rule()).isEqualTo(rule);
        assertThat(window.clause()).isEqualTo("R3.2");
        assertThat(window.decisionVersion()).isEqualTo("responseWindow:1");
    }

    @Test
    void everyChannelAndNatureHasAResponseWindow() {
        Set<String> rules = Stream.of(Channel.values())
                .flatMap(channel -> Stream.of(Nature.values()).map(nature -> tables.windowFor(channel, nature)))
                .map(ResponseWindow::rule)
                .collect(Collectors.toSet());

        assertThat(rules).hasSameSizeAs(rows("responseWindow"));
    }

    static Stream<Arguments> criteria() {
        return Stream.of(
                arguments(P1, "p1-data-loss", PROBLEM, impact(OTHER, ONE_USER, MINOR, true, true)),
                arguments(P1, "p1-platform-unavailable", PROBLEM, impact(PLATFORM, ALL_USERS, UNAVAILABLE)),
                arguments(P1, "p1-key-process-blocked", PROBLEM, impact(KEY_PROCESS, ALL_USERS, UNAVAILABLE)),
                arguments(P1, "p1-key-process-blocked", PROBLEM, impact(KEY_PROCESS, SEVERAL_USERS, UNAVAILABLE)),
                arguments(P2, "p2-module-unavailable", PROBLEM, impact(MODULE, ALL_USERS, UNAVAILABLE)),
                arguments(P2, "p2-module-unavailable", PROBLEM, impact(MODULE, SEVERAL_USERS, UNAVAILABLE)),
                arguments(
                        P2,
                        "p2-critical-degraded-workaround",
                        PROBLEM,
                        impact(KEY_PROCESS, ALL_USERS, DEGRADED, false, true)),
                arguments(
                        P2,
                        "p2-critical-degraded-workaround",
                        PROBLEM,
                        impact(PLATFORM, ONE_USER, DEGRADED, false, true)),
                arguments(P2, "p2-critical-degraded", PROBLEM, impact(KEY_PROCESS, SEVERAL_USERS, DEGRADED)),
                arguments(P2, "p2-critical-degraded", PROBLEM, impact(PLATFORM, ALL_USERS, DEGRADED)),
                arguments(P2, "p2-one-user-blocked", PROBLEM, impact(OTHER, ONE_USER, UNAVAILABLE)),
                arguments(P2, "p2-one-user-blocked", PROBLEM, impact(MODULE, ONE_USER, UNAVAILABLE)),
                arguments(P2, "p2-blocked", PROBLEM, impact(OTHER, SEVERAL_USERS, UNAVAILABLE)),
                arguments(P3, "p3-question", QUESTION, impact(OTHER, ONE_USER, NONE)),
                arguments(P3, "p3-question", LIMITS, impact(OTHER, ONE_USER, NONE)),
                arguments(P3, "p3-question", CLAIM, impact(OTHER, ONE_USER, NONE)),
                arguments(P3, "p3-minor", PROBLEM, impact(KEY_PROCESS, ALL_USERS, MINOR)),
                arguments(P3, "p3-minor", PROBLEM, impact(MODULE, ALL_USERS, DEGRADED)),
                arguments(P3, "p3-minor", PROBLEM, impact(PLATFORM, ALL_USERS, NONE)));
    }

    @ParameterizedTest(name = "{1}: {3}")
    @MethodSource("criteria")
    void everyCriterionProposesItsPriority(Priority priority, String rule, TicketType type, Impact impact) {
        PriorityProposal proposal = tables.propose(type, impact);

        assertThat(proposal.priority()).isEqualTo(priority);
        assertThat(proposal.rule()).isEqualTo(rule);
        assertThat(proposal.clause()).isEqualTo("R4.2");
        assertThat(proposal.criterion()).isNotBlank();
        assertThat(proposal.decisionVersion()).isEqualTo("priority:1");
    }

    @ParameterizedTest
    @EnumSource
    void lostDataAreCriticalWhateverElseIsTrue(TicketType type) {
        assertThat(impacts().filter(Impact::dataLoss))
                .allSatisfy(impact ->
                        assertThat(tables.propose(type, impact).rule()).isEqualTo("p1-data-loss"));
    }

    @Test
    void aKeyProcessThatOnePersonCannotUseIsNotCritical() {
        assertThat(tables.propose(PROBLEM, impact(KEY_PROCESS, ONE_USER, UNAVAILABLE))
                        .rule())
                .isEqualTo("p2-one-user-blocked");
    }

    @Test
    void aWorkaroundDoesNotLowerWhatIsBlocked() {
        assertThat(tables.propose(PROBLEM, impact(PLATFORM, ALL_USERS, UNAVAILABLE, false, true))
                        .rule())
                .isEqualTo("p1-platform-unavailable");
    }

    @Test
    void onlyAProblemIsJudgedByItsEffect() {
        assertThat(tables.propose(QUESTION, impact(PLATFORM, ALL_USERS, UNAVAILABLE))
                        .rule())
                .isEqualTo("p3-question");
    }

    @Test
    void everyCombinationOfFactsHasOnePriorityAndEveryRowIsReached() {
        Set<String> rules = Stream.of(TicketType.values())
                .flatMap(type -> impacts().map(impact -> tables.propose(type, impact)))
                .peek(proposal -> assertThat(proposal.rule())
                        .startsWith(proposal.priority().name().toLowerCase(Locale.ROOT)))
                .map(PriorityProposal::rule)
                .collect(Collectors.toSet());

        assertThat(rules).hasSameSizeAs(rows("priority"));
    }

    @Test
    void aWorseEffectOrMorePeopleNeverLowerThePriority() {
        assertThat(impacts()).allSatisfy(impact -> {
            Priority proposed = tables.propose(PROBLEM, impact).priority();
            worse(impact)
                    .forEach(worse -> assertThat(tables.propose(PROBLEM, worse).priority())
                            .as("%s against %s", worse, impact)
                            .isLessThanOrEqualTo(proposed));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_SIDE,  R7.2.1",
        "STOLEN_ACCOUNT, R7.2.2",
        "THIRD_PARTY,    R7.2.3",
        "OFFER_BREACH,   R7.2.4",
        "FORCE_MAJEURE,  R7.2.5",
    })
    void everyExclusionTellsTheCustomerItsClause(String reason, String clause) {
        Exclusion exclusion = tables.get(reason);

        assertThat(exclusion.clause()).isEqualTo(clause);
        assertThat(exclusion.label()).isNotBlank();
        assertThat(exclusion.customerText(Locale.forLanguageTag("ru"))).contains(clause.substring(1));
        assertThat(exclusion.customerText(Locale.ENGLISH)).contains(clause.substring(1));
        assertThat(exclusion.version()).isEqualTo("exclusion:1");
    }

    @Test
    void theReasonsToChooseFromAreTheRowsAndNoneCountsAgainstAvailability() {
        assertThat(tables.codes())
                .containsExactly("CUSTOMER_SIDE", "STOLEN_ACCOUNT", "THIRD_PARTY", "OFFER_BREACH", "FORCE_MAJEURE")
                .allSatisfy(reason -> assertThat(decisions
                                .evaluateDecisionTableByKey("exclusion", Map.of("reason", reason))
                                .getSingleResult()
                                .<Boolean>getEntry("countsAgainstAvailability"))
                        .isFalse());
    }

    @Test
    void aReasonThatTheTableDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> tables.get("BAD_WEATHER")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  -365, true,  licence-valid",
        "true,  0,    true,  licence-valid",
        "true,  1,    false, licence-expired",
        "true,  3650, false, licence-expired",
        "false, 0,    false, never-licensed",
        "false, -1,   false, never-licensed",
        "false, 1,    false, never-licensed",
    })
    void aLicenceIsValidToItsLastDay(boolean everLicensed, int daysSinceExpiry, boolean valid, String rule) {
        var verdict = tables.decide(everLicensed, daysSinceExpiry);

        assertThat(verdict.valid()).isEqualTo(valid);
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.clause()).isEqualTo("R1.4");
        assertThat(verdict.decisionVersion()).isEqualTo("licence:1");
    }

    @Test
    void everyDayHasOneVerdictOnTheLicence() {
        Set<String> rules = IntStream.rangeClosed(-40, 40)
                .boxed()
                .flatMap(day -> Stream.of(true, false).map(everLicensed -> tables.decide(everLicensed, day)))
                .map(verdict -> verdict.rule())
                .collect(Collectors.toSet());

        assertThat(rules).hasSameSizeAs(rows("licence"));
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY,   22, false, workday-day",
        "MONDAY,   23, true,  workday-night",
        "TUESDAY,   0, true,  workday-night",
        "FRIDAY,    5, true,  workday-night",
        "FRIDAY,    6, false, workday-day",
        "SATURDAY, 12, true,  weekend",
        "SUNDAY,   23, true,  weekend",
    })
    void plannedWorksBelongIntoNightsAndWeekends(DayOfWeek day, int hour, boolean offPeak, String rule) {
        OffPeakHours.Verdict verdict = tables.at(day, hour);

        assertThat(verdict.offPeak()).isEqualTo(offPeak);
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.clause()).isEqualTo("R6.1");
        assertThat(verdict.decisionVersion()).isEqualTo("offPeak:1");
    }

    @Test
    void everyHourOfTheWeekIsJudgedAndEveryRowJudgesOne() {
        Set<String> rules = Arrays.stream(DayOfWeek.values())
                .flatMap(day -> IntStream.range(0, 24)
                        .mapToObj(hour -> tables.at(day, hour).rule()))
                .collect(Collectors.toSet());

        assertThat(rules).hasSameSizeAs(rows("offPeak"));
    }

    private static Impact impact(Affected affected, Scope scope, Effect effect) {
        return impact(affected, scope, effect, false, false);
    }

    private static Impact impact(Affected affected, Scope scope, Effect effect, boolean dataLoss, boolean workaround) {
        return new Impact(affected, scope, effect, dataLoss, workaround);
    }

    private static Stream<Impact> impacts() {
        return Arrays.stream(Affected.values())
                .flatMap(affected -> Arrays.stream(Scope.values())
                        .flatMap(scope -> Arrays.stream(Effect.values())
                                .flatMap(effect -> Stream.of(true, false)
                                        .flatMap(dataLoss -> Stream.of(true, false)
                                                .map(workaround ->
                                                        impact(affected, scope, effect, dataLoss, workaround))))));
    }

    /** The same with the next worse effect, and the same with more people; the enums begin with the worst. */
    private static Stream<Impact> worse(Impact impact) {
        Stream<Impact> effects = Arrays.stream(Effect.values())
                .filter(effect -> effect.ordinal() == impact.effect().ordinal() - 1)
                .map(effect ->
                        impact(impact.affected(), impact.scope(), effect, impact.dataLoss(), impact.workaround()));
        Stream<Impact> scopes = Arrays.stream(Scope.values())
                .filter(scope -> scope.ordinal() == impact.scope().ordinal() - 1)
                .map(scope ->
                        impact(impact.affected(), scope, impact.effect(), impact.dataLoss(), impact.workaround()));
        return Stream.concat(effects, scopes);
    }

    private List<Rule> rows(String table) {
        String latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult()
                .getId();
        return List.copyOf(repository.getDmnModelInstance(latest).getModelElementsByType(Rule.class));
    }
}
