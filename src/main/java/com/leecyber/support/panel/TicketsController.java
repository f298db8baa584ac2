package com.leecyber.support.panel;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's tickets, each with its state and the time until its answer (R2, R3.2). */
@Controller("panelTicketsController")
class TicketsController {

    private final TicketList list;
    private final LicenceNotice licence;
    private final Prints prints;

    TicketsController(TicketList list, LicenceNotice licence, Prints prints) {
        this.list = list;
        this.licence = licence;
        this.prints = prints;
    }

    @GetMapping("/panel/tickets")
    String list(
            @AuthenticationPrincipal SignedInCustomer customer,
            @RequestParam(required = false) String show,
            @RequestParam(required = false) String before,
            Model model) {
        // Taken before the list is read: what changes in between is told again rather than missed.
        model.addAttribute("print", prints.of(Watched.list(customer.customerId())));
        model.addAttribute("show", TicketList.Show.of(show).code());
        model.addAttribute("list", list.read(customer.customerId(), TicketList.Show.of(show), before));
        model.addAttribute("continued", before != null);
        model.addAttribute("licence", licence.of(customer.customerId()).orElse(null));
        return "panel/tickets";
    }
}
