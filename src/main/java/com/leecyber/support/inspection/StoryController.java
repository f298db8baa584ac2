package com.leecyber.support.inspection;

import com.leecyber.support.ticket.PageTimes;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One ticket's whole story, on five pages that begin alike. */
@Controller
@RequestMapping("/audit/tickets/{number}")
class StoryController {

    private final TicketFiles files;
    private final Timelines timelines;
    private final WayPages ways;
    private final DecisionsTaken decisions;
    private final ClockStories clocks;
    private final RecordsPages records;

    StoryController(
            TicketFiles files,
            Timelines timelines,
            WayPages ways,
            DecisionsTaken decisions,
            ClockStories clocks,
            RecordsPages records) {
        this.files = files;
        this.timelines = timelines;
        this.ways = ways;
        this.decisions = decisions;
        this.clocks = clocks;
        this.records = records;
    }

    @ModelAttribute("file")
    TicketFile file(@PathVariable String number) {
        return files.open(number);
    }

    /**
     * What happened, in order.
     *
     * @param from the sequence of the first entry shown
     */
    @GetMapping
    String timeline(
            @ModelAttribute("file") TicketFile file,
            @RequestParam(defaultValue = "1") int from,
            Model model,
            Locale language) {
        model.addAttribute("timeline", timelines.of(file, from, language));
        return "audit/ticket";
    }

    /** The diagrams as they were deployed, with the way that the ticket took. */
    @GetMapping("/way")
    String way(@ModelAttribute("file") TicketFile file, Model model) {
        model.addAttribute("way", ways.page(file));
        return "audit/ticket-way";
    }

    /** Which rules decided, and which people. */
    @GetMapping("/decisions")
    String decisions(@ModelAttribute("file") TicketFile file, Model model, Locale language) {
        model.addAttribute("decisions", decisions.of(file, language));
        return "audit/ticket-decisions";
    }

    /** Every promise, and every minute. */
    @GetMapping("/clock")
    String clock(@ModelAttribute("file") TicketFile file, @ModelAttribute("times") PageTimes times, Model model) {
        model.addAttribute("clock", clocks.of(file, times));
        return "audit/ticket-clock";
    }

    /** The raw records beside the journal. */
    @GetMapping("/records")
    String records(@ModelAttribute("file") TicketFile file, Model model) {
        model.addAttribute("records", records.page(file));
        return "audit/ticket-records";
    }
}
