package com.leecyber.support.desk;

import com.leecyber.support.customer.Customers;
import com.leecyber.support.customer.Licensing;
import com.leecyber.support.desk.AgentTasks.AgentTask;
import com.leecyber.support.incident.Incident;
import com.leecyber.support.incident.SimilarIncidents;
import com.leecyber.support.incident.SimilarIncidents.SimilarIncident;
import com.leecyber.support.sla.ClockReading;
import com.leecyber.support.sla.Promise;
import com.leecyber.support.sla.ResponseClocks;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Exclusions;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.ServiceNames;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import com.leecyber.support.triage.PriorityProposal;
import com.leecyber.support.triage.PriorityRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws up the card of the ticket behind a task. */
@Component
class TicketCards {

    private final Tickets tickets;
    private final Customers customers;
    private final Licensing licensing;
    private final ServiceNames services;
    private final Conversation conversation;
    private final Attachments attachments;
    private final ResponseClocks clocks;
    private final PriorityRules priorityRules;
    private final Exclusions exclusions;
    private final KnownInstructions instructions;
    private final SimilarIncidents incidents;
    private final MessageSource messages;
    private final Clock clock;

    TicketCards(
            Tickets tickets,
            Customers customers,
            Licensing licensing,
            ServiceNames services,
            Conversation conversation,
            Attachments attachments,
            ResponseClocks clocks,
            PriorityRules priorityRules,
            Exclusions exclusions,
            KnownInstructions instructions,
            SimilarIncidents incidents,
            MessageSource messages,
            Clock clock) {
        this.tickets = tickets;
        this.customers = customers;
        this.licensing = licensing;
        this.services = services;
        this.conversation = conversation;
        this.attachments = attachments;
        this.clocks = clocks;
        this.priorityRules = priorityRules;
        this.exclusions = exclusions;
        this.instructions = instructions;
        this.incidents = incidents;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public TicketCard of(AgentTask task, Locale language) {
        Ticket ticket = tickets.get(task.about());
        List<SimilarIncident> similar = incidents.to(ticket);
        return new TicketCard(
                new TicketCard.Task(task.id(), task.name(), task.step()),
                facts(ticket, language),
                conversation.of(ticket).stream()
                        .map(message -> line(message, language))
                        .toList(),
                files(task, ticket),
                clockFace(ticket, language),
                proposal(ticket.type(), ticket.impact()),
                instructions(ticket, language),
                similar.stream()
                        .filter(SimilarIncident::isAlike)
                        .map(alike -> resemblance(alike, language))
                        .toList(),
                choices(similar, language));
    }

    TicketCard.Proposal proposal(TicketType type, Impact impact) {
        PriorityProposal proposal = priorityRules.propose(type, impact);
        return new TicketCard.Proposal(
                proposal.priority().name(),
                proposal.rule(),
                proposal.clause(),
                proposal.criterion(),
                proposal.decisionVersion(),
                impact);
    }

    private TicketCard.Facts facts(Ticket ticket, Locale language) {
        return new TicketCard.Facts(
                ticket.number(),
                ticket.type().name(),
                label(ticket.type(), language),
                ticket.service(),
                services.of(ticket.service(), language),
                ticket.channel().name(),
                label(ticket.channel(), language),
                ticket.status().name(),
                label(ticket.status(), language),
                ticket.priority().map(Priority::name).orElse(null),
                ticket.priorityRule(),
                ticket.priorityReason(),
                ticket.subject(),
                ticket.description(),
                ticket.quoted().orElse(null),
                ticket.steps(),
                ticket.expected(),
                ticket.actual(),
                ticket.registeredAt(),
                ticket.followsId()
                        .flatMap(tickets::findById)
                        .map(Ticket::number)
                        .orElse(null),
                customer(ticket));
    }

    private TicketCard.Customer customer(Ticket ticket) {
        Instant now = clock.instant();
        return customers
                .findById(ticket.customerId())
                .map(customer -> new TicketCard.Customer(
                        customer.name(),
                        customer.email(),
                        customer.language().getLanguage(),
                        licensing.validUntil(customer.id(), now).orElse(null)))
                .orElseThrow();
    }

    private TicketCard.Line line(Message message, Locale language) {
        return new TicketCard.Line(
                message.writtenAt(),
                message.author(),
                message.authorKind().name(),
                message.kind().name(),
                label(message.kind(), language),
                !message.kind().isPublic(),
                message.channel().name(),
                message.text(),
                message.quoted().orElse(null),
                message.isOutsidePanel());
    }

    private List<TicketCard.File> files(AgentTask task, Ticket ticket) {
        return attachments.of(ticket).stream()
                .map(file -> new TicketCard.File(
                        file.key().toString(),
                        file.name(),
                        file.size(),
                        file.mediaType(),
                        "/desk/tasks/" + task.id() + "/files/" + file.key()))
                .toList();
    }

    private TicketCard.ClockFace clockFace(Ticket ticket, Locale language) {
        ClockReading reading = clocks.read(ticket.id());
        return new TicketCard.ClockFace(
                clock.instant(),
                reading.nextDue().map(promise -> face(promise, language)).orElse(null),
                reading.promises().stream()
                        .map(promise -> face(promise, language))
                        .toList(),
                reading.intervals().stream()
                        .map(interval -> new TicketCard.Span(
                                interval.from(), interval.to(), label(interval.reason(), language), interval.clause()))
                        .toList());
    }

    private TicketCard.PromiseFace face(Promise promise, Locale language) {
        return new TicketCard.PromiseFace(
                promise.kind().name(),
                label(promise.kind(), language),
                promise.startedAt(),
                promise.warnAt(),
                promise.dueAt(),
                promise.verdict().name(),
                label(promise.verdict(), language),
                promise.settledAt(),
                promise.clause());
    }

    private List<TicketCard.Instruction> instructions(Ticket ticket, Locale language) {
        return instructions.matching(ticket.service(), ticket.subject() + " " + ticket.description(), language).stream()
                .map(found -> new TicketCard.Instruction(found.id(), found.title(), found.steps()))
                .toList();
    }

    private TicketCard.Resemblance resemblance(SimilarIncident alike, Locale language) {
        List<String> why = new ArrayList<>(List.of(messages.getMessage("incident.why.time", null, language)));
        if (alike.sameService()) {
            why.add(messages.getMessage("incident.why.service", null, language));
        }
        if (alike.sharedWords() > 0) {
            why.add(messages.getMessage("incident.why.words", new Object[] {alike.sharedWords()}, language));
        }
        Incident incident = alike.incident();
        return new TicketCard.Resemblance(incident.number(), incident.title(language), incident.detectedAt(), why);
    }

    private TicketCard.Choices choices(List<SimilarIncident> similar, Locale language) {
        return new TicketCard.Choices(
                choices(TicketType.class, language),
                choices(Impact.Affected.class, language),
                choices(Impact.Scope.class, language),
                choices(Impact.Effect.class, language),
                choices(Priority.class, language),
                exclusions.codes().stream()
                        .map(exclusions::get)
                        .map(exclusion ->
                                new TicketCard.Choice(exclusion.code(), exclusion.label(), exclusion.clause()))
                        .toList(),
                similar.stream()
                        .map(SimilarIncident::incident)
                        .map(incident -> new TicketCard.Choice(
                                incident.number(), incident.number() + " · " + incident.title(language), null))
                        .toList());
    }

    private List<TicketCard.Choice> choices(Class<? extends Enum<?>> type, Locale language) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> new TicketCard.Choice(constant.name(), label(constant, language), null))
                .toList();
    }

    private String label(Enum<?> constant, Locale language) {
        String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        return messages.getMessage(key, null, language);
    }
}
