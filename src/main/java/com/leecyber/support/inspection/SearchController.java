package com.leecyber.support.inspection;

import com.leecyber.support.ticket.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which tickets are searched for; a search is its address. */
@Controller
class SearchController {

    private static final int PAGE = 50;

    private final SearchReading reading;
    private final TicketSearch search;
    private final Complaints complaints;
    private final AuditTimes times;

    SearchController(SearchReading reading, TicketSearch search, Complaints complaints, AuditTimes times) {
        this.reading = reading;
        this.search = search;
        this.complaints = complaints;
        this.times = times;
    }

    /**
     * The tickets that meet all criteria, newest first.
     *
     * @param after the id of the last ticket on the page before
     */
    @GetMapping("/audit")
    String search(
            @ModelAttribute("typed") TypedSearch typed,
            @RequestParam(required = false) Long after,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("choices", SearchChoices.ALL);
        model.addAttribute("times", times.in(locale));
        model.addAttribute("complaints", Map.of());
        try {
            Criteria criteria = reading.read(typed);
            List<FoundTicket> found = search.find(criteria, after, PAGE + 1);
            if (found.size() == 1 && after == null && typed.isNumberOnly()) {
                return "redirect:/audit/tickets/" + found.get(0).number() + "?lang=" + locale.getLanguage();
            }
            boolean more = found.size() > PAGE;
            model.addAttribute("found", more ? found.subList(0, PAGE) : found);
            model.addAttribute("next", more ? found.get(PAGE - 1).id() : null);
            model.addAttribute("first", after == null);
            model.addAttribute("count", after == null && more ? search.count(criteria) : null);
            model.addAttribute("counted", TicketSearch.COUNTED);
        } catch (InvalidInput wrong) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("complaints", complaints.of(wrong, locale));
        }
        return "audit/search";
    }
}
