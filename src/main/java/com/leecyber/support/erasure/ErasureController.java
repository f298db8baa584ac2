package com.leecyber.support.erasure;

import com.leecyber.support.ticket.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
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

/**
 * The pages on which an administrator erases a customer's personal data, and auditors see that it was done. No address
 * stands in that of a page, where a browser's history and a proxy's log would keep it.
 */
@Controller
@RequestMapping("/erasure")
class ErasureController {

    private final ErasurePages pages;
    private final ErasureRequests requests;
    private final Subjects subjects;

    ErasureController(ErasurePages pages, ErasureRequests requests, Subjects subjects) {
        this.pages = pages;
        this.requests = requests;
        this.subjects = subjects;
    }

    @ModelAttribute
    void always(Model model, Locale language, Authentication reader) {
        pages.addFrame(model, language, reader);
    }

    /** @param before the number of the last erasure on the page before */
    @GetMapping
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        return pages.list(before, model);
    }

    /**
     * Asks whose data are to be erased, or shows what would be.
     *
     * @param customer the customer's number, or null
     */
    @GetMapping("/new")
    String form(@RequestParam(required = false) Long customer, Model model) {
        return customer == null ? pages.search("", model) : pages.subject(customer, "", "", model);
    }

    /** @param sought a customer's number or address */
    @PostMapping("/new")
    String find(
            @RequestParam(defaultValue = "") String sought, Model model, Locale language, HttpServletResponse answer) {
        try {
            return "redirect:/erasure/new?customer=" + subjects.idOf(sought) + "&lang=" + language.getLanguage();
        } catch (InvalidInput refused) {
            pages.complain(refused, model, language, answer);
            return pages.search(sought, model);
        }
    }

    /**
     * Begins an erasure.
     *
     * @param confirmed the customer's number, typed once more
     * @param reference where the request is kept
     */
    @PostMapping
    String erase(
            @RequestParam long customer,
            @RequestParam(defaultValue = "") String confirmed,
            @RequestParam(defaultValue = "") String reference,
            Model model,
            Locale language,
            HttpServletResponse answer) {
        try {
            long id = requests.request(customer, confirmed, reference);
            return "redirect:/erasure/" + id + "?lang=" + language.getLanguage();
        } catch (InvalidInput refused) {
            pages.complain(refused, model, language, answer);
            return pages.subject(customer, confirmed, reference, model);
        }
    }

    /** How far an erasure has come; what is no number is the pages' style. */
    @GetMapping("/{id:\\d+}")
    String erasure(@PathVariable long id, Model model) {
        return pages.erasure(id, model);
    }

    @ExceptionHandler
    void missing(NoSuchErasure missing, HttpServletResponse answer) throws IOException {
        answer.sendError(HttpStatus.NOT_FOUND.value());
    }
}
