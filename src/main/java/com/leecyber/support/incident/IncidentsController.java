package com.leecyber.support.incident;

import com.leecyber.support.incident.IncidentForms.Declaration;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.ServiceCatalogue;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of incidents, and the page on which shift leads and L2 declare one. */
@Controller
@RequestMapping("/incidents")
class IncidentsController {

    private static final int PAGE = 50;

    private final Incidents incidents;
    private final IncidentResponse response;
    private final IncidentPages pages;
    private final ServiceCatalogue catalogue;
    private final Clock clock;

    IncidentsController(
            Incidents incidents,
            IncidentResponse response,
            IncidentPages pages,
            ServiceCatalogue catalogue,
            Clock clock) {
        this.incidents = incidents;
        this.response = response;
        this.pages = pages;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @ModelAttribute
    void always(Model model, Locale language) {
        pages.addFrame(model, language);
    }

    /** @param before the number of the last incident on the page before */
    @GetMapping
    String list(@RequestParam(defaultValue = "") String before, Model model, Locale language, Authentication reader) {
        List<Incident> found = incidents.before(before, PAGE + 1);
        List<Incident> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute(
                "lines",
                shown.stream().map(incident -> pages.line(incident, language)).toList());
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).number() : null);
        model.addAttribute("acts", IncidentPages.mayAct(reader));
        return "incident/incidents";
    }

    /** @param ticket the number of the ticket that showed it */
    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String ticket, Model model, Locale language) {
        String now = pages.times(language).field(clock.instant());
        return form(new Declaration("", "", List.of(), now, "", ticket), model);
    }

    @PostMapping
    String declare(Declaration form, Model model, Locale language, HttpServletResponse answer) {
        try {
            LocalTimes times = pages.times(language);
            NewIncident incident = NewIncident.of(
                    form.titleRu(),
                    form.titleEn(),
                    catalogue.known("services", form.services()),
                    times.read("detectedAt", form.detectedAt()),
                    times.read("downSince", form.downSince()),
                    clock.instant());
            return IncidentPages.at(response.declare(incident, form.ticket()), language);
        } catch (InvalidInput refused) {
            pages.complain(refused, model, language, answer);
            return form(form, model);
        }
    }

    private String form(Declaration form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("services", catalogue.services());
        return "incident/new";
    }
}
