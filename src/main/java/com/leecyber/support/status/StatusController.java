package com.leecyber.support.status;

import com.leecyber.support.ticket.ServiceNames;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public status page: anybody may read it, nobody is named on it. */
@Controller
class StatusController {

    private final StatusBoard board;
    private final ServiceStates states;
    private final ServiceNames services;
    private final ZoneId zone;
    private final Clock clock;

    StatusController(
            StatusBoard board,
            ServiceStates states,
            ServiceNames services,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone,
            Clock clock) {
        this.board = board;
        this.states = states;
        this.services = services;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping("/status")
    String status(Model model, Locale locale) {
        StatusBoard.Board read = board.read();
        model.addAttribute("board", read);
        model.addAttribute("services", services);
        model.addAttribute("states", states.of(read.running(), locale));
        model.addAttribute("worst", states.worst(read.running()));
        model.addAttribute("times", new StatusTimes(zone, locale));
        model.addAttribute("now", clock.instant());
        return "status/status";
    }
}
