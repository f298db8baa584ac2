package com.leecyber.support.report;

import com.leecyber.support.file.Csv;
import com.leecyber.support.inspection.DeployedRules;
import com.leecyber.support.report.Report.Topic;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.Priority;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.ServiceNames;
import com.leecyber.support.ticket.TicketType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/** The pages of figures, and the files that anybody can compute them again from. */
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
    private final FactsFile files;
    private final DueTickets due;
    private final DeployedRules rules;
    private final ServiceCatalogue catalogue;
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
            FactsFile files,
            DueTickets due,
            DeployedRules rules,
            ServiceCatalogue catalogue,
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
        this.files = files;
        this.due = due;
        this.rules = rules;
        this.catalogue = catalogue;
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

    /** A version of a diagram as it was deployed. */
    @GetMapping("/reports/diagrams/{name}/{version}")
    ResponseEntity<byte[]> diagram(@PathVariable String name, @PathVariable String version) {
        if (!version.matches("\\d{1,9}")) {
            return ResponseEntity.notFound().build();
        }
        int number = Integer.parseInt(version);
        return rules.find(name, number)
                .filter(rule -> rule.kind() == DeployedRules.Kind.DIAGRAM)
                .flatMap(rule -> rules.file(name, number))
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .body(file))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What the figures of the same period and filters are computed from. */
    @GetMapping({
        "/reports/facts.csv",
        "/reports/queue.csv",
        "/reports/breaches.csv",
        "/reports/agents.csv",
        "/reports/steps.csv"
    })
    void file(@ModelAttribute Asked asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Selection selection;
        try {
            selection = Selection.asked(asked, today());
        } catch (InvalidInput refused) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        // The mapping, not the address, in which a path can be spelled in many ways.
        String mapping = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                .toString();
        String name = mapping.substring(mapping.lastIndexOf('/') + 1);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s-%s.csv\""
                        .formatted(
                                name.replace(".csv", ""),
                                selection.period().first(),
                                selection.period().last()));
        Writer to = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        to.write(Csv.BYTE_ORDER_MARK);
        files.write(name, selection, to);
        to.flush();
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
        model.addAttribute("choices", choices(words));
        try {
            Selection selection = Selection.asked(asked, today());
            model.addAttribute("selection", selection);
            model.addAttribute("shown", shown(selection));
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

    /** The form says what is shown, in days. */
    private static Asked shown(Selection selection) {
        return new Asked(
                "",
                "",
                "",
                selection.period().first().toString(),
                selection.period().last().toString(),
                selection.channel(),
                selection.type(),
                selection.priority(),
                selection.service());
    }

    /** Something to choose in the form. */
    record Choice(String code, String text) {}

    /** A field of the form, and what can be chosen there. */
    record Field(String name, List<Choice> choices) {}

    private List<Field> choices(Words words) {
        List<String> priorities = new ArrayList<>(Selection.names(Priority.values()));
        priorities.add(Selection.WITHOUT);
        return List.of(
                field("channel", Selection.names(Channel.values()), code -> words.name("Channel", code)),
                field("type", Selection.names(TicketType.values()), code -> words.name("TicketType", code)),
                field("priority", priorities, code -> words.name("Priority", code)),
                field(
                        "service",
                        catalogue.services().stream()
                                .map(ServiceCatalogue.Service::code)
                                .toList(),
                        code -> words.name("Service", code)));
    }

    private static Field field(String name, List<String> codes, Function<String, String> text) {
        return new Field(
                name,
                codes.stream().map(code -> new Choice(code, text.apply(code))).toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
