package com.leecyber.support.availability;

import com.leecyber.support.availability.IntervalPages.Complaint;
import com.leecyber.support.availability.IntervalPages.Typed;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one interval without service, on which shift leads decide about it (R7.1, R7.2). */
@Controller
@RequestMapping("/availability/intervals/{id}")
class IntervalController {

    private final IntervalPages pages;
    private final DowntimeDecisions decisions;
    private final AvailabilitySettings settings;
    private final MessageSource messages;

    IntervalController(
            IntervalPages pages, DowntimeDecisions decisions, AvailabilitySettings settings, MessageSource messages) {
        this.pages = pages;
        this.decisions = decisions;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping
    String interval(@PathVariable long id, Model model, Locale locale, Authentication reader) {
        return page(id, Typed.NOTHING, null, model, locale, reader);
    }

    /** It does not count (R7.2). */
    @PostMapping("/exclusion")
    String exclude(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String exclusion,
            @RequestParam(defaultValue = "") String why,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        Typed typed = new Typed("exclusion", exclusion, why, "", "");
        Runnable step = () -> decisions.exclude(id, seen, exclusion, why);
        return decided(id, typed, step, model, locale, reader, response);
    }

    /** It counts again. */
    @PostMapping("/inclusion")
    String countAgain(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String why,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        Typed typed = new Typed("inclusion", "", why, "", "");
        Runnable step = () -> decisions.countAgain(id, seen, why);
        return decided(id, typed, step, model, locale, reader, response);
    }

    /** It had other limits (R7.1). */
    @PostMapping("/correction")
    String correct(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String why,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        Typed typed = new Typed("correction", "", why, from, to);
        Runnable step = () -> {
            Interval shown = pages.find(id).interval();
            decisions.correct(id, seen, new TypedLimits(from, to).correcting(shown, notation(locale)), why);
        };
        return decided(id, typed, step, model, locale, reader, response);
    }

    @ExceptionHandler
    void missing(NoSuchInterval missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private String decided(
            long id,
            Typed typed,
            Runnable step,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        try {
            step.run();
            return "redirect:/availability/intervals/" + id + "?lang=" + locale.getLanguage();
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            FieldError error = refused.errors().get(0);
            Complaint complaint =
                    new Complaint(error.field(), messages.getMessage(error.messageKey(), error.arguments(), locale));
            return page(id, typed, complaint, model, locale, reader);
        } catch (StaleDecision stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Complaint complaint = new Complaint("", messages.getMessage("availability.stale", null, locale));
            return page(id, typed, complaint, model, locale, reader);
        }
    }

    private String page(long id, Typed typed, Complaint complaint, Model model, Locale locale, Authentication reader) {
        model.addAttribute("page", pages.page(id, typed, complaint, locale, reader));
        model.addAttribute("write", notation(locale));
        return "availability/interval";
    }

    private Notation notation(Locale locale) {
        return new Notation(settings.zone(), locale);
    }
}
