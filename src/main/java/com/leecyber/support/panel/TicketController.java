package com.leecyber.support.panel;

import com.leecyber.support.channel.FileDownload;
import com.leecyber.support.channel.Retrying;
import com.leecyber.support.panel.Limits.TooMuch;
import com.leecyber.support.panel.OneTimeForms.Contents;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import com.leecyber.support.ticket.Text;
import com.leecyber.support.ticket.Ticket;
import com.leecyber.support.ticket.TicketLifecycle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket: read, answered, and taken back. */
@Controller
@RequestMapping("/panel/tickets/{number}")
class TicketController {

    private static final String BACK = "redirect:/panel/tickets/";

    private final OwnTicket own;
    private final TicketPages pages;
    private final Prints prints;
    private final Conversation conversation;
    private final TicketLifecycle lifecycle;
    private final Attachments attachments;
    private final FormFiles formFiles;
    private final OneTimeForms forms;
    private final Limits limits;
    private final FormAnswer answer;
    private final Retrying retrying;

    TicketController(
            OwnTicket own,
            TicketPages pages,
            Prints prints,
            Conversation conversation,
            TicketLifecycle lifecycle,
            Attachments attachments,
            FormFiles formFiles,
            OneTimeForms forms,
            Limits limits,
            FormAnswer answer,
            Retrying retrying) {
        this.own = own;
        this.pages = pages;
        this.prints = prints;
        this.conversation = conversation;
        this.lifecycle = lifecycle;
        this.attachments = attachments;
        this.formFiles = formFiles;
        this.forms = forms;
        this.limits = limits;
        this.answer = answer;
        this.retrying = retrying;
    }

    @GetMapping
    String read(@AuthenticationPrincipal SignedInCustomer customer, @PathVariable String number, Model model) {
        answer.clean(model);
        return page(own.get(customer.customerId(), number), new ReplyForm(null, null), model);
    }

    /** On a ticket that is over this opens another one, and the page there says so. */
    @PostMapping("/messages")
    String write(
            @AuthenticationPrincipal SignedInCustomer customer,
            @PathVariable String number,
            ReplyForm reply,
            FilesForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        long id = customer.customerId();
        Ticket ticket = own.get(customer.customerId(), number);
        SentFiles files = formFiles.known(id, sent);
        try {
            limits.post(request.getRemoteAddr());
            files = formFiles.read(id, sent);
            check(reply, files);
            limits.message(id);
            String on = write(id, number, reply, files);
            next.addFlashAttribute("notice", on.equals(number) ? "panel.written" : "panel.followed");
            next.addFlashAttribute("noticeAbout", number);
            next.addFlashAttribute("sent", number);
            return BACK + on;
        } catch (InvalidInput invalid) {
            answer.invalid(invalid, formFiles.keep(id, files), model, response);
        } catch (TooMuch sentTooMuch) {
            answer.tooMuch(sentTooMuch, formFiles.keep(id, files), model, response);
        } catch (ConcurrencyFailureException lostTheRace) {
            answer.conflict(formFiles.keep(id, files), model, response);
        }
        return page(ticket, reply, model);
    }

    @GetMapping("/withdrawal")
    String askWhetherToWithdraw(
            @AuthenticationPrincipal SignedInCustomer customer, @PathVariable String number, Model model) {
        Ticket ticket = own.get(customer.customerId(), number);
        if (ticket.status().isOver()) {
            return BACK + number;
        }
        model.addAttribute("ticket", pages.of(ticket));
        return "panel/withdrawal";
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @AuthenticationPrincipal SignedInCustomer customer,
            @PathVariable String number,
            HttpServletRequest request,
            RedirectAttributes next) {
        own.get(customer.customerId(), number);
        limits.post(request.getRemoteAddr());
        try {
            retrying.transaction(() -> lifecycle.withdraw(number));
            next.addFlashAttribute("notice", "panel.withdrawn");
        } catch (InvalidInput overAlready) {
            next.addFlashAttribute("notice", "panel.over-already");
        }
        return BACK + number;
    }

    @GetMapping("/files/{key}")
    ResponseEntity<byte[]> download(
            @AuthenticationPrincipal SignedInCustomer customer, @PathVariable String number, @PathVariable String key) {
        Attachment file = attachments
                .find(own.get(customer.customerId(), number), key(key))
                .orElseThrow(Missing::new);
        return FileDownload.of(file, attachments.content(file));
    }

    private static void check(ReplyForm reply, SentFiles files) {
        List<FieldError> errors = new ArrayList<>();
        try {
            Text.message("text", reply.text());
        } catch (InvalidInput invalid) {
            errors.addAll(invalid.errors());
        }
        errors.addAll(files.errors());
        InvalidInput.throwIfAny(errors);
    }

    private String write(long customerId, String number, ReplyForm reply, SentFiles files) {
        Contents contents = new Contents(reply.texts(number), files);
        return forms.once(customerId, OneTimeForms.key(reply.form()), contents, () -> {
            String on = conversation
                    .customerWrites(number, reply.text(), Channel.PANEL)
                    .number();
            formFiles.attach(on, files);
            return on;
        });
    }

    private String page(Ticket ticket, ReplyForm reply, Model model) {
        // Taken before the page is read: what changes in between is told again rather than missed.
        model.addAttribute("print", prints.of(new Watched(ticket.customerId(), ticket.id())));
        model.addAttribute("ticket", pages.of(ticket));
        model.addAttribute("reply", reply);
        return "panel/ticket";
    }

    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            throw new Missing();
        }
    }
}
