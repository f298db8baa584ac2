package com.leecyber.support.inspection;

import com.leecyber.support.inspection.DeployedRules.RuleVersion;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One version of a diagram or a decision table, as it was deployed. */
@Controller
@RequestMapping("/audit/rules/{name}/{version}")
class RuleController {

    private final RulePages pages;
    private final DeployedRules rules;

    RuleController(RulePages pages, DeployedRules rules) {
        this.pages = pages;
        this.rules = rules;
    }

    /**
     * The table or the diagram.
     *
     * @param rule the rule to mark, as the journal names it
     */
    @GetMapping
    String rule(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String rule,
            Model model) {
        model.addAttribute("rule", pages.page(name, version, rule));
        return "audit/rule";
    }

    /** Its file, byte by byte. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable String name, @PathVariable int version) {
        RuleVersion found = rules.find(name, version).orElseThrow(NoSuchStory::new);
        byte[] content = rules.file(name, version).orElseThrow(NoSuchStory::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.file(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
