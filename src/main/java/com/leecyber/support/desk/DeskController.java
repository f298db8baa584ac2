package com.leecyber.support.desk;

import com.leecyber.support.desk.AgentTasks.AgentTask;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketType;
import com.leecyber.support.ticket.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the ticket's card in Tasklist reads and does. A task that is not the agent's to see is not found. */
@RestController
@RequestMapping("/desk/tasks/{taskId}")
class DeskController {

    private final AgentTasks tasks;
    private final TicketCards cards;
    private final Tickets tickets;
    private final Conversation conversation;
    private final Attachments attachments;
    private final MessageSource messages;

    DeskController(
            AgentTasks tasks,
            TicketCards cards,
            Tickets tickets,
            Conversation conversation,
            Attachments attachments,
            MessageSource messages) {
        this.tasks = tasks;
        this.cards = cards;
        this.tickets = tickets;
        this.conversation = conversation;
        this.attachments = attachments;
        this.messages = messages;
    }

    /** What an agent typed. */
    record Typed(String text) {}

    @GetMapping("/card")
    TicketCard card(@PathVariable String taskId, @RequestParam(defaultValue = "ru") Locale lang) {
        return cards.of(task(taskId), lang);
    }

    @GetMapping("/proposal")
    TicketCard.Proposal proposal(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "ru") Locale lang,
            @RequestParam Map<String, String> facts) {
        task(taskId);
        DecisionForm form = new DecisionForm(facts::get);
        return cards.proposal(form.choice("type", TicketType.class), AgentDecisions.impact(form));
    }

    @PostMapping("/replies")
    @ResponseStatus(HttpStatus.CREATED)
    void reply(@PathVariable String taskId, @RequestBody Typed typed) {
        conversation.agentWrites(task(taskId).about(), typed.text());
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    void note(@PathVariable String taskId, @RequestBody Typed typed) {
        conversation.note(task(taskId).about(), typed.text());
    }

    @GetMapping("/files/{key}")
    ResponseEntity<byte[]> file(@PathVariable String taskId, @PathVariable UUID key) {
        Ticket ticket = tickets.get(task(taskId).about());
        Attachment file = attachments.find(ticket, key).orElseThrow(DeskController::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(attachments.content(file));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(InvalidInput refused, @RequestParam(defaultValue = "ru") Locale lang) {
        List<Map<String, String>> errors = refused.errors().stream()
                .map(error -> Map.of(
                        "field",
                        error.field(),
                        "message",
                        messages.getMessage(error.messageKey(), error.arguments(), lang)))
                .toList();
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setDetail(errors.get(0).get("message"));
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableEntity().body(problem);
    }

    private AgentTask task(String taskId) {
        return tasks.find(taskId)
                .filter(task -> tickets.find(task.about()).isPresent())
                .orElseThrow(DeskController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
