package com.leecyber.support.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The form as a browser builds it: the same elements in the same order, one form, one card, labels for every input. */
final class FormShape {

    private final ProcessFile file;
    private final Report report;

    FormShape(ProcessFile file, Report report) {
        this.file = file;
        this.report = report;
    }

    void check(List<HtmlToken> tokens, String text) {
        Document document = Jsoup.parseBodyFragment(text);
        if (!written(tokens).equals(built(document))) {
            report.refuse("markup", "");
            return;
        }
        form(document);
        labels(document);
        ids(document);
    }

    /** Tags with their depth; where a browser would move or close one, the two lists differ. */
    private static List<String> written(List<HtmlToken> tokens) {
        List<String> tags = new ArrayList<>();
        int depth = 0;
        for (HtmlToken token : tokens) {
            switch (token.kind()) {
                case START -> {
                    tags.add(depth + token.text());
                    depth += FormWords.VOID.contains(token.text()) ? 0 : 1;
                }
                case END -> depth--;
                case TEXT, COMMENT -> {
                    // Text is told apart where it stands.
                }
            }
        }
        return tags;
    }

    private static List<String> built(Document document) {
        List<String> tags = new ArrayList<>();
        document.head().getAllElements().stream().skip(1).forEach(moved -> tags.add("head " + moved.normalName()));
        int body = document.body().parents().size();
        document.body().getAllElements().stream()
                .skip(1)
                .forEach(element -> tags.add(element.parents().size() - body - 1 + element.normalName()));
        return tags;
    }

    private void form(Document document) {
        List<Element> forms = document.select("form");
        if (forms.size() != 1
                || document.body().children().size() != 1
                || !forms.get(0).attr("role").equals("form")
                || !forms.get(0).hasClass("desk-form")
                || !forms.get(0).attr("data-step").equals(file.stem())) {
            report.refuse("form-shape", "", file.stem());
        }
        List<Element> cards = document.select("[data-ticket-card], [data-works-card]");
        if (cards.size() != 1
                || !cards.get(0).hasAttr("ng-non-bindable")
                || cards.get(0).childNodeSize() > 0
                || document.select("[ng-non-bindable]").size() != 1) {
            report.refuse("form-card", "");
        }
        if (document.select("script").size() != 1
                || document.select("form > script").isEmpty()) {
            report.refuse("form-script", "");
        }
    }

    private void labels(Document document) {
        for (String kind : FormWords.INPUTS) {
            for (Element input : document.select(kind)) {
                boolean labelled = input.closest("label") != null
                        || input.hasAttr("id")
                                && !document.select("label[for=" + input.id() + "]")
                                        .isEmpty();
                if (!labelled) {
                    report.refuse("form-label", input.hasAttr("id") ? input.id() : input.attr("name"));
                }
                if (!input.hasAttr("name")) {
                    report.refuse("form-label", input.id());
                }
            }
        }
        for (Element label : document.select("label[for]")) {
            if (document.getElementById(label.attr("for")) == null) {
                report.refuse("form-label", label.attr("for"));
            }
        }
    }

    private void ids(Document document) {
        Set<String> ids = new HashSet<>();
        for (Element element : document.select("[id]")) {
            if (!ids.add(element.id())) {
                report.refuse("id-twice", element.id());
            }
        }
    }
}
