package com.leecyber.support.works;

import com.leecyber.support.audit.Journal;
import com.leecyber.support.notification.Circulars;
import com.leecyber.support.notification.Moments;
import com.leecyber.support.ticket.PageTimes;
import com.leecyber.support.ticket.ServiceNames;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The pages on which staff read what works are planned, run and were: windows, who was told, the journal. */
@Controller
@RequestMapping("/works")
class WorksController {

    private static final Limit SHOWN = Limit.of(200);

    private final AllWorks all;
    private final Circulars circulars;
    private final ServiceNames services;
    private final Journal journal;
    private final Moments moments;

    WorksController(AllWorks all, Circulars circulars, ServiceNames services, Journal journal, Moments moments) {
        this.all = all;
        this.circulars = circulars;
        this.services = services;
        this.journal = journal;
        this.moments = moments;
    }

    /** What the pages write in the reader's language. */
    record Words(ZoneId zone, ServiceNames services, Locale language) {

        public String of(Instant moment) {
            return new PageTimes(zone, language).of(moment);
        }

        public String of(Works works) {
            return services.of(works.services(), language);
        }

        public String of(PublicText text) {
            return text.in(language);
        }
    }

    @GetMapping
    String list(Model model, Locale language) {
        model.addAttribute("all", all.findAllByOrderByCreatedAtDesc(SHOWN));
        model.addAttribute("words", new Words(moments.zone(), services, language));
        return "works/list";
    }

    @GetMapping("/{number}")
    String works(@PathVariable String number, Model model, Locale language) {
        Works works = all.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("works", works);
        model.addAttribute("told", circulars.about(number));
        model.addAttribute("journal", journal.of(number));
        model.addAttribute("words", new Words(moments.zone(), services, language));
        return "works/works";
    }
}
