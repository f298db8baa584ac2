package com.leecyber.support.report;

import com.leecyber.support.file.Csv;
import com.leecyber.support.inspection.DeployedRules;
import com.leecyber.support.ticket.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.HandlerMapping;

/** The files that anybody can compute the figures again from, and the diagrams that the heat is drawn on. */
@Controller
class FactsController {

    private final FactsFile files;
    private final DeployedRules rules;
    private final ReportSettings settings;
    private final Clock clock;

    FactsController(FactsFile files, DeployedRules rules, ReportSettings settings, Clock clock) {
        this.files = files;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** A version of a diagram as it was deployed. */
    @GetMapping("/reports/diagrams/{name}/{version}")
    ResponseEntity<byte[]> diagram(@PathVariable String name, @PathVariable String version) {
        if (!version.matches("\\d{1,9}")) {
            return ResponseEntity.notFound().build();
        }
        int number = Integer.parseInt(version);
        return rules.find(name, number)
                .filter(rule -> rule.kind() == DeployedRules.Kind.DIAGRAM)
                .flatMap(rule -> rules.file(name, number))
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .body(file))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What the figures of the same period and filters are computed from. */
    @GetMapping({
        "/reports/facts.csv",
        "/reports/queue.csv",
        "/reports/breaches.csv",
        "/reports/agents.csv",
        "/reports/steps.csv"
    })
    void file(@ModelAttribute Asked asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Selection selection;
        try {
            selection = Selection.asked(asked, LocalDate.ofInstant(clock.instant(), settings.zone()));
        } catch (InvalidInput refused) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        // The mapping, not the address, in which a path can be spelled in many ways.
        String mapping = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                .toString();
        String name = mapping.substring(mapping.lastIndexOf('/') + 1);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s-%s.csv\""
                        .formatted(
                                name.replace(".csv", ""),
                                selection.period().first(),
                                selection.period().last()));
        Writer to = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        to.write(Csv.BYTE_ORDER_MARK);
        files.write(name, selection, to);
        to.flush();
    }
}
