package com.leecyber.support.report;

import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.ServiceNames;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of figures. */
@Controller
class ReportController {

    private final OverviewReport overview;
    private final ResponseReport responses;
    private final ResolutionReport resolution;
    private final QueueReport queue;
    private final BreachReport breaches;
    private final BreachFigures breachFigures;
    private final StepReport steps;
    private final AgentReport agents;
    private final DueTickets due;
    private final ReportForm form;
    private final ServiceNames services;
    private final MessageSource messages;
    private final ReportSettings settings;
    private final Clock clock;

    ReportController(
            OverviewReport overview,
            ResponseReport responses,
            ResolutionReport resolution,
            QueueReport queue,
            BreachReport breaches,
            BreachFigures breachFigures,
            StepReport steps,
            AgentReport agents,
            DueTickets due,
            ReportForm form,
            ServiceNames services,
            MessageSource messages,
            ReportSettings settings,
            Clock clock) {
        this.overview = overview;
        this.responses = responses;
        this.resolution = resolution;
        this.queue = queue;
        this.breaches = breaches;
        this.breachFigures = breachFigures;
        this.steps = steps;
        this.agents = agents;
        this.due = due;
        this.form = form;
        this.services = services;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/reports")
    String overview(@ModelAttribute Asked asked, Model model, Locale locale, HttpServletResponse response) {
        return page(Topic.OVERVIEW, asked, model, locale, response, (selection, words) -> {
            OverviewReport.Overview page = overview.of(selection, words);
            model.addAttribute("tiles", page.tiles());
            return page.report();
        });
    }

    @GetMapping("/reports/responses")
    String responses(@ModelAttribute Asked asked, Model model, Locale locale, HttpServletResponse response) {
        return page(Topic.RESPONSES, asked, model, locale, response, responses::responses);
    }

    @GetMapping("/reports/escalations")
    String escalations(@ModelAttribute Asked asked, Model model, Locale locale, HttpServletResponse response) {
        return page(Topic.ESCALATIONS, asked, model, locale, response, responses::escalations);
    }

    @GetMapping("/reports/resolution")
    String resolution(@ModelAttribute Asked asked, Model model, Locale locale, HttpServletResponse response) {
        return page(Topic.RESOLUTION, asked, model, locale, response, resolution::of);
    }

    @GetMapping("/reports/queue")
    String queue(@ModelAttribute Asked asked, Model model, Locale locale, HttpServletResponse response) {
        return page(Topic.QUEUE, asked, model, locale, response, queue::of);
    }

    /** Auditors get links to the tickets' stories; others may not open them. */
    @GetMapping("/reports/breaches")
    String breaches(
            @ModelAttribute Asked asked,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        return page(Topic.BREACHES, asked, model, locale, response, (selection, words) -> {
            model.addAttribute("broken", breachFigures.latest(selection));
            model.addAttribute("most", BreachFigures.LISTED);
            model.addAttribute(
                    "linked",
                    reader.getAuthorities().stream()
                            .anyMatch(role -> role.getAuthority().equals("ROLE_AUDITOR")));
            return breaches.of(selection, words);
        });
    }

    /** @param diagram and version what the heat is drawn on; the ticket's latest without them */
    @GetMapping("/reports/steps")
    String steps(
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "") String diagram,
            @RequestParam(defaultValue = "") String version,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return page(Topic.STEPS, asked, model, locale, response, (selection, words) -> {
            StepReport.Steps page = steps.of(selection, diagram.strip(), version.strip(), words);
            model.addAttribute("steps", page);
            return page.report();
        });
    }

    /** @param agent whose weeks are shown; everybody's without one */
    @GetMapping("/reports/agents")
    String agents(
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "") String agent,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return page(
                Topic.AGENTS, asked, model, locale, response, (selection, words) -> agents.of(selection, agent, words));
    }

    private String page(
            Topic topic,
            Asked asked,
            Model model,
            Locale locale,
            HttpServletResponse response,
            BiFunction<Selection, Words, Report> figures) {
        Words words = new Words(messages, services, locale);
        model.addAttribute("words", words);
        model.addAttribute("topic", topic);
        model.addAttribute("topics", Topic.values());
        model.addAttribute("zone", settings.zone());
        model.addAttribute("now", clock.instant());
        model.addAttribute("choices", form.fields(words));
        try {
            Selection selection = Selection.asked(asked, today());
            model.addAttribute("selection", selection);
            model.addAttribute("shown", ReportForm.shown(selection));
            model.addAttribute("today", today());
            model.addAttribute("wholes", selection.period().wholes());
            model.addAttribute("waiting", due.waiting());
            model.addAttribute("report", figures.apply(selection, words));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            InvalidInput.FieldError error = refused.errors().get(0);
            model.addAttribute("shown", asked);
            model.addAttribute("wrong", error.field());
            model.addAttribute("complaint", messages.getMessage(error.messageKey(), error.arguments(), locale));
        }
        return "report/report";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
