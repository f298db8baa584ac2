package com.leecyber.support.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to write the same XML otherwise. */
enum Rewritings {
    AS_IT_IS((text, random) -> text),
    ON_ONE_LINE((text, random) -> text.replaceAll(">\\s+<", "><")),
    SPREAD_OUT((text, random) -> text.replaceAll(">\\s*<", ">\n\t  <")),
    WITH_REMARKS((text, random) -> text.replaceAll(">\\s+<", "><!-- TODO: <rule/> --><")),
    ATTRIBUTES_SHUFFLED((text, random) -> Rewritings.shuffled(text, random)),
    OTHER_PREFIXES((text, random) -> text.replace("bpmn:", "b:")
            .replace(":bpmn=", ":b=")
            .replace("camunda:", "c:")
            .replace(":camunda=", ":c=")
            .replace("bpmndi:", "diagram:")
            .replace(":bpmndi=", ":diagram=")),
    PREFIX_FOR_THE_DEFAULT((text, random) -> text.replace("<definitions xmlns=", "<definitions xmlns:dmn=")
            .replaceAll("<(/?)(\\w+)(?=[\\s/>])", "<$1" + (text.contains("<definitions") ? "dmn:" : "") + "$2"));

    private static final Pattern TAG = Pattern.compile("<([\\w:]+)((?:\\s+[\\w:]+=\"[^\"]*\")+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:]+=\"[^\"]*\"");

    private final BiFunction<String, Random, String> rewriting;

    Rewritings(BiFunction<String, Random, String> rewriting) {
        this.rewriting = rewriting;
    }

    String apply(String text, Random random) {
        return rewriting.apply(text, random);
    }

    private static String shuffled(String text, Random random) {
        return TAG.matcher(text).replaceAll(tag -> {
            List<String> attributes = new ArrayList<>(ATTRIBUTE
                    .matcher(tag.group(2))
                    .results()
                    .map(MatchResult::group)
                    .toList());
            Collections.shuffle(attributes, random);
            return Matcher.quoteReplacement("<" + tag.group(1) + " " + String.join(" ", attributes));
        });
    }
}
