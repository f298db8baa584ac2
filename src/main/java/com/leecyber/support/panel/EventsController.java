package com.leecyber.support.panel;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open page that it is out of date, and nothing else: the page reads itself again with its own rights. */
@RestController
class EventsController {

    private final Listeners listeners;
    private final OwnTicket own;

    EventsController(Listeners listeners, OwnTicket own) {
        this.listeners = listeners;
        this.own = own;
    }

    /**
     * News of a ticket, or of the list.
     *
     * @param seen the fingerprint that the page was made with
     */
    @GetMapping(path = "/panel/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> listen(
            @AuthenticationPrincipal SignedInCustomer customer,
            @RequestParam(required = false) String ticket,
            @RequestParam(defaultValue = "") String seen) {
        Watched page = ticket == null
                ? Watched.list(customer.customerId())
                : new Watched(
                        customer.customerId(),
                        own.get(customer.customerId(), ticket).id());
        return listeners
                .listen(page, seen)
                .map(news ->
                        ResponseEntity.ok().header("X-Accel-Buffering", "no").body(news))
                .orElse(ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }
}
