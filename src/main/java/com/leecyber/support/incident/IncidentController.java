package com.leecyber.support.incident;

import com.leecyber.support.incident.IncidentForms.Links;
import com.leecyber.support.incident.IncidentForms.Texts;
import com.leecyber.support.incident.IncidentForms.Unlink;
import com.leecyber.support.ticket.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which shift leads and L2 link tickets to an incident, tell news of it and resolve it. */
@Controller
@RequestMapping("/incidents/{number}")
class IncidentController {

    private static final String NEWEST = "" + Long.MAX_VALUE;

    private final Incidents incidents;
    private final IncidentResponse response;
    private final IncidentPages pages;
    private final Clock clock;

    IncidentController(Incidents incidents, IncidentResponse response, IncidentPages pages, Clock clock) {
        this.incidents = incidents;
        this.response = response;
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute
    void always(Model model, Locale language) {
        pages.addFrame(model, language);
    }

    /**
     * One incident.
     *
     * @param before the id of the last ticket on the page before
     * @param unlink the number of a ticket with another cause; asks why before anything is done
     */
    @GetMapping
    String incident(
            @PathVariable String number,
            @RequestParam(defaultValue = NEWEST) long before,
            @RequestParam(defaultValue = "") String unlink,
            Model model,
            Locale language,
            Authentication reader) {
        model.addAttribute("unlink", new Unlink(unlink, ""));
        return page(number, before, model, language, reader);
    }

    @PostMapping("/links")
    String link(
            @PathVariable String number,
            Links form,
            Model model,
            Locale language,
            Authentication reader,
            HttpServletResponse answer) {
        model.addAttribute("links", form);
        Runnable link =
                form.all() ? () -> response.linkAllSimilar(number) : () -> response.linkChosen(number, numbers(form));
        return decided(number, link, model, language, reader, answer);
    }

    @PostMapping("/updates")
    String update(
            @PathVariable String number,
            Texts form,
            Model model,
            Locale language,
            Authentication reader,
            HttpServletResponse answer) {
        model.addAttribute("update", form);
        return decided(
                number,
                () -> response.update(number, Bilingual.of(form.textRu(), form.textEn())),
                model,
                language,
                reader,
                answer);
    }

    @PostMapping("/unlink")
    String unlink(
            @PathVariable String number,
            Unlink form,
            Model model,
            Locale language,
            Authentication reader,
            HttpServletResponse answer) {
        model.addAttribute("unlink", form);
        return decided(
                number, () -> response.unlink(number, form.ticket(), form.reason()), model, language, reader, answer);
    }

    /** Asks for the answer, and says how many will get it, before anything is done. */
    @GetMapping("/resolution")
    String resolution(@PathVariable String number, Model model, Locale language) {
        Incident incident = incidents.get(number);
        String now = incident.downSince() == null ? "" : pages.times(language).field(clock.instant());
        return resolution(incident, new Texts("", "", now), model, language);
    }

    @PostMapping("/resolution")
    String resolve(@PathVariable String number, Texts form, Model model, Locale language, HttpServletResponse answer) {
        try {
            response.resolve(
                    number,
                    Bilingual.of(form.textRu(), form.textEn()),
                    pages.times(language).read("upAgainAt", form.upAgainAt()));
            return IncidentPages.at(number, language);
        } catch (InvalidInput refused) {
            pages.complain(refused, model, language, answer);
            return resolution(incidents.get(number), form, model, language);
        }
    }

    @ExceptionHandler
    void missing(NoSuchIncident missing, HttpServletResponse answer) throws IOException {
        answer.sendError(HttpStatus.NOT_FOUND.value());
    }

    private String decided(
            String number,
            Runnable decision,
            Model model,
            Locale language,
            Authentication reader,
            HttpServletResponse answer) {
        try {
            decision.run();
            return IncidentPages.at(number, language);
        } catch (InvalidInput refused) {
            pages.complain(refused, model, language, answer);
        } catch (OptimisticLockingFailureException overtaken) {
            pages.complain(new InvalidInput("incident", "incident.error.overtaken"), model, language, answer);
        }
        return page(number, Long.MAX_VALUE, model, language, reader);
    }

    private String page(String number, long before, Model model, Locale language, Authentication reader) {
        model.addAttribute("page", pages.page(number, before, language, reader));
        return "incident/incident";
    }

    private String resolution(Incident incident, Texts form, Model model, Locale language) {
        model.addAttribute("line", pages.line(incident, language));
        model.addAttribute("form", form);
        return "incident/resolution";
    }

    private static List<String> numbers(Links form) {
        return Arrays.stream((String.join(" ", form.ticket()) + " " + (form.numbers() == null ? "" : form.numbers()))
                        .toUpperCase(Locale.ROOT)
                        .split("[\\s\\p{Cntrl},;]+"))
                .filter(number -> !number.isBlank())
                .distinct()
                .toList();
    }
}
