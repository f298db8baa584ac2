package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in the reader's language: what is wrong, and how to mend it. */
@Component
public class FindingTexts {

    private final MessageSource messages;

    /**
     * Texts from bundles.
     *
     * @param messages where {@code gate.*} and {@code clause.*} are found
     */
    public FindingTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** One line a finding: where, what is wrong, how to mend it, and the clause of the regulation that it breaks. */
    public List<String> lines(List<Finding> findings, Locale locale) {
        return findings.stream().map(finding -> line(finding, locale)).toList();
    }

    /** What is wrong. */
    public String why(Finding finding, Locale locale) {
        return messages.getMessage(finding.whyKey(), arguments(finding), locale);
    }

    /** How to mend it. */
    public String mend(Finding finding, Locale locale) {
        return messages.getMessage(finding.mendKey(), arguments(finding), locale);
    }

    /** What a clause of the regulation says, an empty text for none. */
    public String clauseText(String clause, Locale locale) {
        return clause == null ? "" : messages.getMessage("clause." + clause, new Object[0], "", locale);
    }

    private String line(Finding finding, Locale locale) {
        String place = finding.element().isEmpty() ? finding.file() : finding.file() + ", " + finding.element();
        String line = place + " [" + finding.rule() + "]: " + why(finding, locale) + " " + mend(finding, locale);
        return finding.clause() == null
                ? line
                : line + " (" + finding.clause() + ": " + clauseText(finding.clause(), locale) + ")";
    }

    /** {0} is the file, {1} the element, {2} and on what the rule names besides. */
    private static Object[] arguments(Finding finding) {
        List<Object> arguments = new ArrayList<>(List.of(finding.file(), finding.element()));
        arguments.addAll(finding.arguments());
        return arguments.toArray();
    }
}
