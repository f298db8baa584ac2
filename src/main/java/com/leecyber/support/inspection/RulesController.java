package com.leecyber.support.inspection;

import com.leecyber.support.inspection.DeployedRules.RuleVersion;
import com.leecyber.support.inspection.RuleOrigins.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of all versions of diagrams and tables: what is in force since when, and who approved it. */
@Controller
class RulesController {

    private static final int PAGE = 100;

    private final DeployedRules rules;
    private final RuleOrigins origins;
    private final AuditTimes times;

    RulesController(DeployedRules rules, RuleOrigins origins, AuditTimes times) {
        this.rules = rules;
        this.origins = origins;
        this.times = times;
    }

    /**
     * A version.
     *
     * @param origin the change that brought it; null when the program did
     */
    record Line(RuleVersion version, boolean inForce, Origin origin) {}

    /**
     * The versions, the latest first.
     *
     * @param name of the diagram or table; empty for all
     * @param after the label of the last version on the page before, such as {@code priority:3}
     */
    @GetMapping("/audit/rules")
    String rules(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String after,
            Model model,
            Locale locale) {
        List<RuleVersion> all = rules.versions();
        List<RuleVersion> asked = all.stream()
                .filter(version -> name.isEmpty() || version.name().equals(name))
                .toList();
        List<RuleVersion> rest = asked.stream()
                .skip(after.isEmpty() ? 0 : 1 + labels(asked).indexOf(after))
                .limit(PAGE + 1L)
                .toList();
        List<RuleVersion> shown = rest.subList(0, Math.min(PAGE, rest.size()));
        Map<String, Origin> known = origins.of(shown);
        Set<RuleVersion> inForce = inForce(all);
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(version -> new Line(version, inForce.contains(version), known.get(version.deployment())))
                        .toList());
        model.addAttribute("next", rest.size() > PAGE ? shown.get(PAGE - 1).label() : null);
        model.addAttribute("name", name);
        model.addAttribute(
                "names", new TreeSet<>(all.stream().map(RuleVersion::name).toList()));
        model.addAttribute("path", "/audit/rules" + (name.isEmpty() ? "" : "?" + Queries.of(Map.of("name", name))));
        model.addAttribute("times", times.in(locale));
        return "audit/rules";
    }

    private static List<String> labels(List<RuleVersion> versions) {
        return versions.stream().map(RuleVersion::label).toList();
    }

    private static Set<RuleVersion> inForce(List<RuleVersion> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        version -> version.kind() + version.name(),
                        version -> version,
                        (one, other) -> one.version() > other.version() ? one : other))
                .values()
                .stream()
                .collect(Collectors.toSet());
    }
}
