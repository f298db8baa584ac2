package com.leecyber.support.mailbox;

import com.leecyber.support.channel.Retrying;
import com.leecyber.support.ticket.Ticket;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which shift leads decide what becomes of mails in quarantine. */
@Controller
@RequestMapping("/quarantine")
class QuarantineController {

    private static final int PAGE = 50;

    private final Quarantine quarantine;
    private final QuarantinePages pages;
    private final Retrying retrying;
    private final MessageSource messages;

    QuarantineController(Quarantine quarantine, QuarantinePages pages, Retrying retrying, MessageSource messages) {
        this.quarantine = quarantine;
        this.pages = pages;
        this.retrying = retrying;
        this.messages = messages;
    }

    /**
     * The list.
     *
     * @param before the id of the last mail on the page before
     */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean decided,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model,
            Locale locale) {
        List<QuarantinedMail> found = quarantine.list(!decided, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<QuarantinedMail> shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("mails", shown);
        model.addAttribute("decided", decided);
        model.addAttribute("next", more ? shown.get(PAGE - 1).id() : null);
        model.addAttribute("unreadable", pages.unreadable());
        model.addAttribute("times", pages.times(locale));
        return "mailbox/quarantine";
    }

    /**
     * One mail.
     *
     * @param ticket the number of the ticket that it is to be added to; asks before anything is added
     */
    @GetMapping("/{id}")
    String mail(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ticket,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        try {
            return page(id, ticket, null, model, locale, reader);
        } catch (QuarantineRefused refused) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return page(id, "", complaint("ticket", refused, locale), model, locale, reader);
        }
    }

    /** The mail as it came, for a mail client; never shown by the browser. */
    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        InboundMail mail = quarantine.raw(id).orElseThrow(NoSuchMail::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header("Content-Disposition", "attachment; filename=\"" + mail.number() + ".eml\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(mail.raw());
    }

    @PostMapping("/{id}/ticket")
    String asTicket(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String customer,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        Supplier<Ticket> step = () -> quarantine.asTicket(id, customer);
        return decided(id, "customer", step, model, locale, reader, response);
    }

    @PostMapping("/{id}/reply")
    String asReply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ticket,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        Supplier<Ticket> step = () -> quarantine.asReply(id, ticket);
        return decided(id, "ticket", step, model, locale, reader, response);
    }

    @PostMapping("/{id}/discard")
    String discard(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        Supplier<Ticket> step = () -> {
            quarantine.discard(id, why);
            return null;
        };
        return decided(id, "why", step, model, locale, reader, response);
    }

    @ExceptionHandler
    void missing(NoSuchMail missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private String decided(
            long id,
            String field,
            Supplier<Ticket> step,
            Model model,
            Locale locale,
            Authentication reader,
            HttpServletResponse response) {
        try {
            retrying.transaction(step);
            return "redirect:/quarantine/" + id + "?lang=" + locale.getLanguage();
        } catch (QuarantineRefused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(id, "", complaint(field, refused, locale), model, locale, reader);
        }
    }

    private String page(
            long id,
            String ticket,
            QuarantinePages.Complaint complaint,
            Model model,
            Locale locale,
            Authentication reader) {
        model.addAttribute("page", pages.mail(id, ticket, complaint, reader));
        model.addAttribute("times", pages.times(locale));
        return "mailbox/mail";
    }

    private QuarantinePages.Complaint complaint(String field, QuarantineRefused refused, Locale locale) {
        return new QuarantinePages.Complaint(
                field, messages.getMessage(refused.messageKey(), refused.arguments(), locale));
    }
}
