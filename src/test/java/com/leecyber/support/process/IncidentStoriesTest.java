package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.customer.Customers;
import com.leecyber.support.incident.IncidentsByHand;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.sla.Verdict;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.ClosingReason;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.MessageKind;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.TicketStatus;
import com.leecyber.support.ticket.TicketType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an incident does to its tickets, wherever they are. */
@ProcessStories
class IncidentStoriesTest {

    @Autowired
    Story story;

    @Autowired
    IncidentsByHand incidents;

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    Conversation conversation;

    @Autowired
    ResponseClocks clocks;

    @Autowired
    Journal journal;

    @Autowired
    Registration registration;

    @Autowired
    Customers customers;

    /** Where a ticket can be when somebody puts it to an incident. */
    enum Place {
        TRIAGE("Task_Triage", Map.of()),
        ASKED_IN_TRIAGE("ReceiveTask_AwaitReply", Map.of("outcome", "ASK")),
        FIRST_LINE("Task_ApplyInstructions", Map.of("outcome", "TAKE")),
        ASKED_BY_FIRST_LINE("ReceiveTask_AwaitReply", Map.of("outcome", "TAKE")),
        SECOND_LINE("Task_Diagnose", Map.of("outcome", "ESCALATE")),
        ASKED_BY_SECOND_LINE("ReceiveTask_AwaitReply", Map.of("outcome", "ESCALATE")),
        AWAITING_RELEASE("ReceiveTask_AwaitRelease", Map.of("outcome", "ESCALATE"));

        private final String element;
        private final Map<String, Object> triage;

        Place(String element, Map<String, Object> triage) {
            this.element = element;
            this.triage = triage;
        }
    }

    private String ticketAt(Place place) {
        String number = story.registered(TicketType.PROBLEM);
        if (!place.triage.isEmpty()) {
            story.triages(number, place.triage);
        }
        switch (place) {
            case ASKED_BY_FIRST_LINE ->
                story.completes(
                        "anna", number, "Task_ApplyInstructions", Map.of("outcome", "ASK", "text", "Какой браузер?"));
            case ASKED_BY_SECOND_LINE ->
                story.completes("boris", number, "Task_Diagnose", Map.of("outcome", "ASK", "text", "Пришлите лог."));
            case AWAITING_RELEASE ->
                story.completes(
                        "boris",
                        number,
                        "Task_Diagnose",
                        Map.of("outcome", "NEXT_RELEASE", "text", "Исправим.", "release", "8-" + number));
            case TRIAGE, ASKED_IN_TRIAGE, FIRST_LINE, SECOND_LINE -> {}
        }
        assertThat(story.passed(number)).contains(place.element);
        return number;
    }

    private String linked(String incident) {
        String number = story.registered(TicketType.PROBLEM);
        incidents.links(incident, number);
        incidents.worksOff();
        return number;
    }

    @ParameterizedTest
    @EnumSource
    void aTicketIsPutToAnIncidentWhereverItIsAndClosedWithIt(Place place) {
        String number = ticketAt(place);
        String incident = incidents.declared("docs");

        story.as("vera", () -> incidents.links(incident, number));
        incidents.worksOff();

        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.WAITING_FOR_INCIDENT);
        assertThat(story.ticket(number).incident()).contains(incident);
        assertThat(story.ticket(number).responseDueAt()).isEmpty();
        assertThat(story.openTasks(number)).isEmpty();
        assertThat(story.told(number)).last().isEqualTo("reply");

        story.as("vera", () -> incidents.resolves(incident));
        incidents.worksOff();
        story.runDueJobs();

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.ticket(number).closingReason()).contains(ClosingReason.SOLVED);
        assertThat(story.ticket(number).resolution()).contains("Документы снова открываются.");
        assertThat(story.told(number)).last().isEqualTo("ticket-solved");
        assertThat(story.told(number)).containsOnlyOnce("ticket-solved");
        assertThat(journal.verify(number)).isEmpty();
        assertThat(incidents.progress(incident)).isEqualTo(Map.of("ANSWERED", 1L));
    }

    @ParameterizedTest
    @EnumSource
    void aTicketWithAnotherCauseGoesBackToTriageAndIsOwedAnAnswer(Place place) {
        String number = ticketAt(place);
        String incident = incidents.declared("docs");
        incidents.links(incident, number);
        incidents.worksOff();

        story.as("vera", () -> incidents.unlinks(incident, number));
        story.runDueJobs();

        assertThat(story.task(number, "Task_Triage").getDueDate()).isNotNull();
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.IN_TRIAGE);
        assertThat(story.ticket(number).incident()).isEmpty();
        assertThat(story.ticket(number).responseDueAt()).isPresent();

        story.triages(number, Map.of("outcome", "ANSWER"));
        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
    }

    @Test
    void theCustomerIsToldInTheirLanguageByWhoeverLinkedAndThatIsTheFirstResponse() {
        String number = story.registered(TicketType.PROBLEM, Channel.PANEL, "acme@customers.example");
        String incident = incidents.declared("docs");

        story.as("vera", () -> incidents.links(incident, number));
        incidents.worksOff();

        Message told = conversation.of(story.ticket(number)).get(0);
        assertThat(told.author()).isEqualTo("vera");
        assertThat(told.text()).contains("Documents do not open", incident);
        assertThat(clocks.read(story.ticket(number).id()).promises())
                .extracting(Promise::verdict)
                .containsExactly(Verdict.MET);
        assertThat(story.journal(number)).contains("LINKED_TO_INCIDENT", "AGENT_REPLIED");
    }

    @Test
    void theFirstLineLinksInTriage() {
        String number = story.registered(TicketType.PROBLEM);
        String incident = incidents.declared("docs");

        story.triages(number, new HashMap<>(Map.of("outcome", "INCIDENT", "incident", incident, "text", "Мы знаем.")));

        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.WAITING_FOR_INCIDENT);
        assertThat(story.passed(number)).last().isEqualTo("ReceiveTask_AwaitIncident");
        assertThat(conversation.of(story.ticket(number)))
                .extracting(Message::text)
                .containsExactly("Мы знаем.");
        assertThat(incidents.progress(incident)).isEqualTo(Map.of("LINKED", 1L));

        incidents.resolves(incident);
        incidents.worksOff();
        story.runDueJobs();
        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
    }

    @Test
    void anIncidentThatIsOverOrUnknownIsRefusedAtItsField() {
        String number = story.registered(TicketType.PROBLEM);
        String over = incidents.declared("docs");
        incidents.resolves(over);

        assertThatThrownBy(() -> story.triages(number, Map.of("outcome", "INCIDENT", "incident", over)))
                .hasMessageContaining("incident: ");
        assertThatThrownBy(() -> story.triages(number, Map.of("outcome", "INCIDENT", "incident", "MI-2020-000000")))
                .hasMessageContaining("incident: ");
        assertThatThrownBy(() -> story.triages(number, Map.of("outcome", "INCIDENT")))
                .hasMessageContaining("incident: ");
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.REGISTERED);
    }

    @Test
    void nothingIsOwedWhileATicketWaitsHoweverLongThatTakes() {
        String incident = incidents.declared("docs");
        String number = linked(incident);

        story.passes(Duration.ofDays(9));

        assertThat(story.told(number)).doesNotContain("deadline-warning", "deadline-breach", "reminder");
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.WAITING_FOR_INCIDENT);
    }

    @Test
    void whatTheCustomerWritesMeanwhileIsKeptAndTheTicketGoesOnWaiting() {
        String incident = incidents.declared("docs");
        String number = linked(incident);

        story.customerWrites(number, "Когда починят?");

        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.WAITING_FOR_INCIDENT);
        assertThat(conversation.of(story.ticket(number)))
                .extracting(Message::text)
                .contains("Когда починят?");
    }

    @Test
    void aCustomerMayWithdrawWhileTheTicketWaits() {
        String incident = incidents.declared("docs");
        String number = linked(incident);

        lifecycle.withdraw(number);
        story.runDueJobs();
        assertThat(incidents.progress(incident)).isEqualTo(Map.of("LEFT", 1L));
        incidents.resolves(incident);
        incidents.worksOff();

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketWithdrawn");
        assertThat(story.told(number)).doesNotContain("ticket-solved");
    }

    @Test
    void aTicketThatIsNotYetAcknowledgedIsLinkedALittleLater() {
        String incident = incidents.declared("docs");
        String number = registration
                .register(new NewTicket(
                        customers
                                .findByEmailIgnoreCase("romashka@customers.example")
                                .orElseThrow()
                                .id(),
                        Channel.PANEL,
                        TicketType.QUESTION,
                        "docs",
                        "Документ",
                        "Не открывается.",
                        null,
                        null,
                        null,
                        null,
                        null))
                .number();

        incidents.links(incident, number);
        incidents.worksOff();
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.REGISTERED);
        assertThat(incidents.progress(incident)).isEqualTo(Map.of("LINKING", 1L));

        story.passes(Duration.ofSeconds(6));
        incidents.worksOff();
        assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.WAITING_FOR_INCIDENT);
        assertThat(story.told(number)).containsExactly("ticket-acknowledged", "reply");
    }

    @Test
    void aRepairIsNotBrokenOff() {
        String number = ticketAt(Place.SECOND_LINE);
        story.completes(
                "boris",
                number,
                "Task_Diagnose",
                Map.of("outcome", "HARDWARE", "detectedAt", story.now().toString()));
        String incident = incidents.declared("docs");

        assertThat(incidents.links(incident, number)).isZero();
        assertThat(story.task(number, "Task_RepairHardware")).isNotNull();
    }

    @Test
    void aTicketThatWasClosedBeforeTheWorkerCameIsLeftAlone() {
        String number = story.registered(TicketType.PROBLEM);
        String incident = incidents.declared("docs");
        incidents.links(incident, number);
        story.triages(number, Map.of("outcome", "ANSWER"));

        incidents.worksOff();

        assertThat(incidents.progress(incident)).isEqualTo(Map.of("LEFT", 1L));
        assertThat(story.journal(number)).doesNotContain("LINKED_TO_INCIDENT");
    }

    @Test
    void whatIsLinkedWhenTheIncidentEndsGetsOneNoticeNotTwo() {
        String number = story.registered(TicketType.PROBLEM);
        String incident = incidents.declared("docs");
        incidents.links(incident, number);
        incidents.resolves(incident);

        incidents.worksOff();
        story.runDueJobs();

        assertThat(story.endOf(number)).isEqualTo("EndEvent_TicketClosed");
        assertThat(story.told(number)).containsExactly("ticket-acknowledged", "ticket-solved");
    }

    @Test
    void aTicketHasOneIncidentAtATime() {
        String incident = incidents.declared("docs");
        String other = incidents.declared("docs");
        String number = linked(incident);

        assertThat(incidents.links(other, number)).isZero();
        incidents.unlinks(incident, number);
        assertThat(incidents.links(other, number)).isOne();
        incidents.worksOff();

        assertThat(story.ticket(number).incident()).contains(other);
        assertThatThrownBy(() -> incidents.unlinks(incident, number)).hasMessageContaining("incident.error.not-linked");
    }

    @Test
    void anUpdateThatIsSentTwiceByMistakeIsToldOnce() {
        String incident = incidents.declared("docs");

        incidents.updates(incident, "Чиним.", "Mending.");
        incidents.updates(incident, "Чиним.", "Mending.");
        incidents.updates(incident, "Почти.", "Nearly.");
        incidents.updates(incident, "Чиним.", "Mending.");

        assertThat(story.journal(incident))
                .filteredOn("INCIDENT_UPDATED"::equals)
                .hasSize(3);
    }

    @Test
    void anOpenProposalIsNotToldInPlaceOfTheIncidentsOutcome() {
        String incident = incidents.declared("docs");
        String number = story.registered(TicketType.PROBLEM);
        lifecycle.propose(number, "Обновите браузер.");
        incidents.links(incident, number);
        incidents.worksOff();

        incidents.resolves(incident);
        incidents.worksOff();
        story.runDueJobs();

        assertThat(story.ticket(number).resolution()).contains("Документы снова открываются.");
        assertThat(conversation.of(story.ticket(number)).stream()
                        .filter(message -> message.kind() == MessageKind.RESOLUTION))
                .hasSize(1);
    }

    @Test
    void allThatLookAlikeAreLinkedInOneActionAndClosedInOne() {
        String incident = incidents.declared("docs");
        String[] numbers = Stream.generate(() -> story.registered(TicketType.PROBLEM))
                .limit(45)
                .toArray(String[]::new);

        assertThat(incidents.linksAllSimilar(incident)).isGreaterThanOrEqualTo(numbers.length);
        incidents.worksOff();
        incidents.resolves(incident);
        incidents.worksOff();
        story.runDueJobs();

        assertThat(numbers).allSatisfy(number -> {
            assertThat(story.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(story.told(number)).containsOnlyOnce("ticket-solved");
        });
        assertThat(incidents.progress(incident)).containsOnlyKeys("ANSWERED");
    }

    @Test
    void twoNodesShareTheWorkAndNeitherDoesItTwice() throws Exception {
        String incident = incidents.declared("docs");
        String[] numbers = Stream.generate(() -> story.registered(TicketType.PROBLEM))
                .limit(50)
                .toArray(String[]::new);
        incidents.links(incident, numbers);

        bothNodes();
        incidents.resolves(incident);
        bothNodes();
        story.runDueJobs();

        assertThat(incidents.progress(incident)).isEqualTo(Map.of("ANSWERED", (long) numbers.length));
        assertThat(numbers).allSatisfy(number -> {
            assertThat(story.journal(number))
                    .containsOnlyOnce("LINKED_TO_INCIDENT")
                    .containsOnlyOnce("TICKET_CLOSED");
            assertThat(story.told(number)).containsOnlyOnce("ticket-solved");
        });
    }

    private void bothNodes() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        for (Future<?> node : List.of(nodes.submit(incidents::worksOff), nodes.submit(incidents::worksOff))) {
            node.get();
        }
        nodes.shutdown();
    }
}
