package com.leecyber.support.incident;

import com.leecyber.support.incident.IncidentForms.Declaration;
import com.leecyber.support.incident.IncidentForms.Links;
import com.leecyber.support.incident.IncidentForms.Texts;
import com.leecyber.support.incident.IncidentForms.Unlink;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.ServiceCatalogue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** The pages on which shift leads and L2 declare incidents, link tickets, write updates and resolve. */
@Controller
@RequestMapping("/incidents")
class IncidentController {

    private static final int PAGE = 50;
    private static final String NEWEST = "" + Long.MAX_VALUE;

    private final Incidents incidents;
    private final IncidentResponse response;
    private final IncidentPages pages;
    private final ServiceCatalogue catalogue;
    private final Clock clock;

    IncidentController(
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
        model.addAttribute("times", pages.times(language));
        model.addAttribute("complaints", Map.of());
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
            return to(response.declare(incident, form.ticket()), language);
        } catch (InvalidInput refused) {
            complain(refused, model, language, answer);
            return form(form, model);
        }
    }

    /**
     * One incident.
     *
     * @param before the id of the last ticket on the page before
     * @param unlink the number of a ticket with another cause; asks why before anything is done
     */
    @GetMapping("/{number}")
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

    @PostMapping("/{number}/links")
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

    @PostMapping("/{number}/updates")
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

    @PostMapping("/{number}/unlink")
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
    @GetMapping("/{number}/resolution")
    String resolution(@PathVariable String number, Model model, Locale language) {
        Incident incident = incidents.get(number);
        String now = incident.downSince() == null ? "" : pages.times(language).field(clock.instant());
        return resolution(incident, new Texts("", "", now), model, language);
    }

    @PostMapping("/{number}/resolution")
    String resolve(@PathVariable String number, Texts form, Model model, Locale language, HttpServletResponse answer) {
        try {
            response.resolve(
                    number,
                    Bilingual.of(form.textRu(), form.textEn()),
                    pages.times(language).read("upAgainAt", form.upAgainAt()));
            return to(number, language);
        } catch (InvalidInput refused) {
            complain(refused, model, language, answer);
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
            return to(number, language);
        } catch (InvalidInput refused) {
            complain(refused, model, language, answer);
        } catch (OptimisticLockingFailureException overtaken) {
            complain(new InvalidInput("incident", "incident.error.overtaken"), model, language, answer);
        }
        return page(number, Long.MAX_VALUE, model, language, reader);
    }

    private void complain(InvalidInput refused, Model model, Locale language, HttpServletResponse answer) {
        answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("complaints", pages.complaints(refused, language));
    }

    private String page(String number, long before, Model model, Locale language, Authentication reader) {
        model.addAttribute("page", pages.page(number, before, language, reader));
        return "incident/incident";
    }

    private String form(Declaration form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("services", catalogue.services());
        return "incident/new";
    }

    private String resolution(Incident incident, Texts form, Model model, Locale language) {
        model.addAttribute("line", pages.line(incident, language));
        model.addAttribute("form", form);
        return "incident/resolution";
    }

    private static List<String> numbers(Links form) {
        return Arrays.stream((String.join(" ", form.ticket()) + " " + (form.numbers() == null ? "" : form.numbers()))
                        .toUpperCase(Locale.ROOT)
                        .split("[\\s,;]+"))
                .filter(number -> !number.isBlank())
                .distinct()
                .toList();
    }

    private static String to(String number, Locale language) {
        return "redirect:/incidents/" + number + "?lang=" + language.getLanguage();
    }
}
