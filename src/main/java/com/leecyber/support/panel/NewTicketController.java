package com.leecyber.support.panel;

import com.leecyber.support.panel.Limits.TooMuch;
import com.leecyber.support.panel.OneTimeForms.Contents;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.Registration;
import com.leecyber.support.ticket.ServiceCatalogue;
import com.leecyber.support.ticket.TicketType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for a new ticket, which asks for what its type needs (R5.1). */
@Controller
class NewTicketController {

    private static final String VIEW = "panel/new-ticket";

    private final Registration registration;
    private final ServiceCatalogue catalogue;
    private final FormFiles formFiles;
    private final OneTimeForms forms;
    private final Limits limits;
    private final LicenceNotice licence;
    private final TypeChoice types;
    private final FormAnswer answer;

    NewTicketController(
            Registration registration,
            ServiceCatalogue catalogue,
            FormFiles formFiles,
            OneTimeForms forms,
            Limits limits,
            LicenceNotice licence,
            TypeChoice types,
            FormAnswer answer) {
        this.registration = registration;
        this.catalogue = catalogue;
        this.formFiles = formFiles;
        this.forms = forms;
        this.limits = limits;
        this.licence = licence;
        this.types = types;
        this.answer = answer;
    }

    @GetMapping("/panel/tickets/new")
    String form(
            @AuthenticationPrincipal SignedInCustomer customer,
            @RequestParam(required = false) String type,
            Model model) {
        Optional<TicketType> chosen = TicketForm.type(type);
        answer.clean(model);
        model.addAttribute("form", chosen.map(TicketForm::of).orElse(null));
        return page(customer, model);
    }

    @PostMapping("/panel/tickets")
    String register(
            @AuthenticationPrincipal SignedInCustomer customer,
            TicketForm form,
            FilesForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        if (TicketForm.type(form.type()).isEmpty()) {
            return "redirect:/panel/tickets/new";
        }
        long id = customer.customerId();
        model.addAttribute("form", form);
        SentFiles files = formFiles.known(id, sent);
        try {
            limits.post(request.getRemoteAddr());
            files = formFiles.read(id, sent);
            List<FieldError> errors = new ArrayList<>();
            NewTicket wanted = form.request(id, catalogue, errors);
            errors.addAll(files.errors());
            InvalidInput.throwIfAny(errors);
            limits.ticket(id);
            String number = register(id, form, wanted, files);
            next.addFlashAttribute("notice", "panel.registered");
            next.addFlashAttribute("noticeAbout", number);
            next.addFlashAttribute("sent", "new");
            return "redirect:/panel/tickets/" + number;
        } catch (InvalidInput invalid) {
            answer.invalid(invalid, formFiles.keep(id, files), model, response);
        } catch (TooMuch sentTooMuch) {
            answer.tooMuch(sentTooMuch, formFiles.keep(id, files), model, response);
        } catch (ConcurrencyFailureException lostTheRace) {
            answer.conflict(formFiles.keep(id, files), model, response);
        }
        return page(customer, model);
    }

    private String register(long customerId, TicketForm form, NewTicket wanted, SentFiles files) {
        return forms.once(customerId, OneTimeForms.key(form.form()), new Contents(form.texts(), files), () -> {
            String number = registration.register(wanted).number();
            formFiles.attach(number, files);
            return number;
        });
    }

    private String page(SignedInCustomer customer, Model model) {
        model.addAttribute("types", types.all());
        model.addAttribute("services", catalogue.services());
        model.addAttribute("licence", licence.of(customer.customerId()).orElse(null));
        return VIEW;
    }
}
