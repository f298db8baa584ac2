package com.leecyber.support.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a form may consist of. Tasklist runs AngularJS, to which an attribute, a class, a comment or a pair of braces can be a
 * program: so elements, attributes, their values and classes are on a list, and the list is what the desk's script knows.
 */
final class FormWords {

    /** The one script of every form. */
    static final String SCRIPT = "window.supportDesk.attach(camForm);";

    static final Set<String> VOID = Set.of("input", "br");
    static final Set<String> INPUTS = Set.of("input", "select", "textarea");

    private static final Pattern NOTHING = null;

    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            Map.entry("id", Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){1,9}")),
            Map.entry("for", Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){1,9}")),
            Map.entry("class", Pattern.compile("(desk-[a-z]+|form-control)( (desk-[a-z]+|form-control)){0,5}")),
            Map.entry("role", Pattern.compile("form|status|alert")),
            Map.entry("tabindex", Pattern.compile("-1|0")),
            Map.entry("rows", Pattern.compile("\\d{1,2}")),
            Map.entry("value", Pattern.compile("[A-Z][A-Z0-9_]{0,59}")),
            Map.entry("data-step", Pattern.compile("[a-z]+(-[a-z]+){0,9}")),
            Map.entry("data-en", Pattern.compile("[^\\[\\]{}]{1,500}")),
            Map.entry("data-when", Pattern.compile("[A-Za-z]{1,40}:[A-Za-z_]{1,40}(,[A-Za-z_]{1,40}){0,19}")),
            Map.entry("data-required-when", Pattern.compile("[A-Za-z]{1,40}:[A-Za-z_]{1,40}(,[A-Za-z_]{1,40}){0,19}")),
            Map.entry("data-hidden-value", Pattern.compile("[A-Z][A-Z0-9_]{0,59}")),
            Map.entry("data-choices", Pattern.compile("[a-z]{1,40}")),
            Map.entry("data-default", Pattern.compile("[a-z]{1,40}")));

    private static final Map<String, Pattern> TYPES = Map.of(
            "input", Pattern.compile("text|radio|checkbox|date|datetime-local|number"),
            "script", Pattern.compile("text/form-script"));

    private static final Map<String, Set<String>> ATTRIBUTES = attributes("""
            form role class data-step
            div class data-ticket-card data-works-card ng-non-bindable data-when data-proposal data-checks role
            fieldset class tabindex data-when
            legend class data-en data-when
            label class for data-en data-when
            span class data-en data-when
            p class data-en data-when
            strong class data-en data-when
            em class data-en data-when
            ul class data-when
            li class data-en data-when
            br
            input class type id name value rows data-default data-required data-required-when data-hidden-value
            select class id name data-choices data-required data-required-when data-hidden-value
            option value data-en
            textarea class id name rows data-required data-required-when
            script cam-script type
            """);

    /** The fields that the program reads; a field of another name would be filled in for nothing. */
    static final Set<String> FIELDS = Set.of(
            "outcome",
            "type",
            "affected",
            "scope",
            "effect",
            "dataLoss",
            "workaround",
            "priority",
            "priorityReason",
            "exclusion",
            "instruction",
            "incident",
            "text",
            "comment",
            "limitsDecision",
            "release",
            "detectedAt",
            "services",
            "from",
            "to",
            "offPeakReason",
            "interrupts",
            "textRu",
            "textEn",
            "whyRu",
            "whyEn",
            "endedAt");

    private FormWords() {}

    private static Map<String, Set<String>> attributes(String lines) {
        Map<String, Set<String>> attributes = new HashMap<>();
        lines.lines()
                .map(line -> line.split(" "))
                .forEach(words ->
                        attributes.put(words[0], Set.of(Stream.of(words).skip(1).toArray(String[]::new))));
        return attributes;
    }

    static boolean isElement(String name) {
        return ATTRIBUTES.containsKey(name);
    }

    static boolean isAttribute(String element, String name) {
        return ATTRIBUTES.get(element).contains(name);
    }

    /** Whether an attribute may have a value, or no value where it has none. */
    static boolean fits(String element, String name, String value) {
        if (name.equals("name") || name.equals("data-checks")) {
            return value != null && FIELDS.contains(value);
        }
        Pattern pattern = name.equals("type") ? TYPES.get(element) : VALUES.getOrDefault(name, NOTHING);
        return pattern == NOTHING
                ? value == null
                : value != null && pattern.matcher(value).matches();
    }
}
