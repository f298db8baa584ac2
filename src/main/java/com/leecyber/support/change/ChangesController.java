package com.leecyber.support.change;

import com.leecyber.support.gate.FindingTexts;
import com.leecyber.support.gate.Refused;
import java.util.Locale;
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
import org.springframework.web.servlet.ModelAndView;

/** The pages on which changes are read and decided. */
@Controller
@RequestMapping("/changes")
class ChangesController {

    private final ChangePages pages;
    private final Proposals proposals;
    private final Approvals approvals;
    private final FindingTexts findingTexts;
    private final MessageSource messages;

    ChangesController(
            ChangePages pages,
            Proposals proposals,
            Approvals approvals,
            FindingTexts findingTexts,
            MessageSource messages) {
        this.pages = pages;
        this.proposals = proposals;
        this.approvals = approvals;
        this.findingTexts = findingTexts;
        this.messages = messages;
    }

    @GetMapping({"", "/"})
    String list(Model model) {
        model.addAttribute("changes", pages.list());
        return "changes";
    }

    @GetMapping("/{id}")
    String change(
            @PathVariable long id, @RequestParam(defaultValue = "30") int days, Model model, Authentication reader) {
        model.addAttribute("page", pages.page(id, days, reader));
        return "change";
    }

    /** A file as it was, or as it would be, for the viewer and for whoever wants to open it in Modeler. */
    @GetMapping("/{id}/files/{name}/{version:before|after}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String name, @PathVariable String version) {
        return pages.file(id, name, version.equals("before"))
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .body(content))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/{id}/approval")
    String approve(@PathVariable long id, @RequestParam(defaultValue = "") String why) {
        approvals.approve(id, checked(why, false), pages.effectForJournal(id));
        return "redirect:/changes/" + id;
    }

    @PostMapping("/{id}/rejection")
    String reject(@PathVariable long id, @RequestParam(defaultValue = "") String why) {
        approvals.reject(id, checked(why, true));
        return "redirect:/changes/" + id;
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable long id) {
        proposals.withdraw(id);
        return "redirect:/changes/" + id;
    }

    private static String checked(String why, boolean required) {
        if (required && why.isBlank()) {
            throw new ChangeRefused("change.why");
        }
        if (why.length() > Change.DECISION_LENGTH) {
            throw new ChangeRefused("change.why-too-long", Change.DECISION_LENGTH, why.length());
        }
        return why.strip();
    }

    @ExceptionHandler
    ModelAndView refused(ChangeRefused refused, Locale locale) {
        return refusal(messages.getMessage(refused.messageKey(), refused.arguments(), locale));
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, Locale locale) {
        return refusal(String.join("\n\n", findingTexts.lines(refused.findings(), locale)));
    }

    private static ModelAndView refusal(String text) {
        ModelAndView page = new ModelAndView("change-refused", HttpStatus.CONFLICT);
        page.addObject("text", text);
        return page;
    }
}
