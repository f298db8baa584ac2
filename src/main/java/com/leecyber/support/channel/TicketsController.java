package com.leecyber.support.channel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.leecyber.support.channel.OnceOnly.Answer;
import com.leecyber.support.security.ApiClient;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import com.leecyber.support.ticket.Tickets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's tickets; whose they are and how they came is told by the token alone. */
@RestController
@RequestMapping(TicketsController.PATH)
@Tag(name = "api.docs.tickets")
class TicketsController {

    static final String PATH = "/api/v1/tickets";

    private static final int LONGEST_PAGE = 100;

    private final OwnTickets own;
    private final Tickets tickets;
    private final Registration registration;
    private final Conversation conversation;
    private final TicketLifecycle lifecycle;
    private final OnceOnly onceOnly;
    private final TicketViews views;

    TicketsController(
            OwnTickets own,
            Tickets tickets,
            Registration registration,
            Conversation conversation,
            TicketLifecycle lifecycle,
            OnceOnly onceOnly,
            TicketViews views) {
        this.own = own;
        this.tickets = tickets;
        this.registration = registration;
        this.conversation = conversation;
        this.lifecycle = lifecycle;
        this.onceOnly = onceOnly;
        this.views = views;
    }

    /**
     * A page of tickets, newest first.
     *
     * @param next what to ask for with {@code before} to read on; null at the end
     */
    record Page(List<TicketFacts> tickets, String next) {}

    /**
     * The ticket that a message is on.
     *
     * @param followUpOf the closed ticket that it was written to, when it opened this one; else null
     */
    record Written(@JsonUnwrapped TicketFacts facts, String followUpOf) {}

    @PostMapping
    @Operation(summary = "api.docs.register", description = "api.docs.register.more")
    @Parameter(
            name = OnceOnly.HEADER,
            in = ParameterIn.HEADER,
            description = "api.docs.key",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TicketFacts.class)))
    ResponseEntity<byte[]> register(
            @AuthenticationPrincipal ApiClient client, HttpServletRequest call, @RequestBody TicketRequest request) {
        return onceOnly.answer(client, call, request, () -> {
            Ticket ticket = registration.register(request.from(client));
            return new Answer(201, TicketViews.address(ticket), views.facts(ticket));
        });
    }

    @GetMapping
    @Operation(summary = "api.docs.list")
    Page list(
            @AuthenticationPrincipal ApiClient client,
            @Parameter(description = "api.docs.before") @RequestParam(required = false) String before,
            @Parameter(description = "api.docs.limit", schema = @Schema(type = "integer"))
                    @RequestParam(defaultValue = "20")
                    String limit) {
        int length = length(limit);
        long from = before == null ? Long.MAX_VALUE : place(client, before);
        List<Ticket> found =
                tickets.findByCustomerIdAndIdLessThanOrderByIdDesc(client.customerId(), from, Limit.of(length + 1));
        List<Ticket> page = found.subList(0, Math.min(length, found.size()));
        String next = found.size() > length ? page.get(length - 1).number() : null;
        return new Page(page.stream().map(views::facts).toList(), next);
    }

    @GetMapping("/{number}")
    @Operation(summary = "api.docs.read")
    TicketDetails read(@AuthenticationPrincipal ApiClient client, @PathVariable String number) {
        return views.details(own.get(client, number));
    }

    @PostMapping("/{number}/messages")
    @Operation(summary = "api.docs.write", description = "api.docs.write.more")
    @Parameter(
            name = OnceOnly.HEADER,
            in = ParameterIn.HEADER,
            description = "api.docs.key",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Written.class)))
    ResponseEntity<byte[]> write(
            @AuthenticationPrincipal ApiClient client,
            HttpServletRequest call,
            @PathVariable String number,
            @RequestBody MessageRequest message) {
        own.get(client, number);
        return onceOnly.answer(client, call, message, () -> {
            Ticket ticket = conversation.customerWrites(number, message.text(), client.channel());
            String followUpOf = ticket.number().equals(number) ? null : number;
            return new Answer(201, TicketViews.address(ticket), new Written(views.facts(ticket), followUpOf));
        });
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "api.docs.withdraw")
    @Parameter(
            name = OnceOnly.HEADER,
            in = ParameterIn.HEADER,
            description = "api.docs.key",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketFacts.class)))
    ResponseEntity<byte[]> withdraw(
            @AuthenticationPrincipal ApiClient client, HttpServletRequest call, @PathVariable String number) {
        own.get(client, number);
        return onceOnly.answer(
                client, call, null, () -> new Answer(200, null, views.facts(lifecycle.withdraw(number))));
    }

    private static int length(String limit) {
        try {
            int length = Integer.parseInt(limit);
            if (length >= 1 && length <= LONGEST_PAGE) {
                return length;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is out of bounds.
        }
        throw new InvalidInput("limit", "api.limit", LONGEST_PAGE);
    }

    private long place(ApiClient client, String before) {
        return tickets.find(before)
                .filter(ticket -> ticket.customerId() == client.customerId())
                .orElseThrow(() -> new InvalidInput("before", "api.unknown-ticket"))
                .id();
    }
}
