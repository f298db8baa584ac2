package com.leecyber.support.erasure;

import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.PageTimes;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of erasures show, to whom. */
@Component
class ErasurePages {

    private static final int PAGE = 50;

    private final Erasures erasures;
    private final Subjects subjects;
    private final MessageSource messages;
    private final ZoneId zone;

    ErasurePages(
            Erasures erasures,
            Subjects subjects,
            MessageSource messages,
            @Value("${support.notifications.zone:Europe/Moscow}") ZoneId zone) {
        this.erasures = erasures;
        this.subjects = subjects;
        this.messages = messages;
        this.zone = zone;
    }

    /** What every page has. */
    void addFrame(Model model, Locale language, Authentication reader) {
        model.addAttribute("times", new PageTimes(zone, language));
        model.addAttribute("complaints", Map.of());
        model.addAttribute("erases", mayErase(reader));
    }

    String list(long before, Model model) {
        List<Erasure> found = erasures.list(before, PAGE + 1);
        List<Erasure> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("erasures", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return "erasure/erasures";
    }

    String search(String sought, Model model) {
        model.addAttribute("sought", sought == null ? "" : sought);
        return "erasure/search";
    }

    String subject(long customer, String confirmed, String reference, Model model) {
        model.addAttribute("subject", subjects.find(customer).orElseThrow(NoSuchErasure::new));
        model.addAttribute("confirmed", confirmed == null ? "" : confirmed);
        model.addAttribute("reference", reference == null ? "" : reference);
        return "erasure/new";
    }

    String erasure(long id, Model model) {
        model.addAttribute("erasure", erasures.find(id).orElseThrow(NoSuchErasure::new));
        return "erasure/erasure";
    }

    /** Says what is wrong, at each field, in the reader's language. */
    void complain(InvalidInput refused, Model model, Locale language, HttpServletResponse answer) {
        Map<String, String> complaints = new LinkedHashMap<>();
        refused.errors()
                .forEach(error -> complaints.putIfAbsent(
                        error.field(), messages.getMessage(error.messageKey(), error.arguments(), language)));
        answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("complaints", complaints);
    }

    private static boolean mayErase(Authentication reader) {
        return reader.getAuthorities().stream()
                .anyMatch(role -> role.getAuthority().equals("ROLE_CAMUNDA_ADMIN"));
    }
}
