package com.leecyber.support.desk;

import com.leecyber.support.editable.EditableFiles;
import com.leecyber.support.ticket.ServiceCatalogue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The known instructions that L1 tries on a problem (R5.2): the articles of forms/knowledge/. */
@Component
public class KnownInstructions {

    private static final int MOST = 5;

    private final EditableFiles<Articles> files;

    KnownInstructions(KnowledgeSettings settings, ServiceCatalogue catalogue) {
        this.files = new EditableFiles<>(settings.location(), ".md", found -> Articles.read(found, catalogue));
    }

    /**
     * One instruction.
     *
     * @param id the name of its file, without the ending
     * @param steps what to do, in order
     */
    public record Instruction(String id, String title, List<String> steps) {}

    /**
     * The instructions that may help, best first, at most five.
     *
     * @param service a code of the {@link ServiceCatalogue}
     * @param text what the customer wrote
     * @param language what the agent reads; an article that is not there in it comes in Russian
     */
    public List<Instruction> matching(String service, String text, Locale language) {
        Set<String> words = Words.of(text);
        Map<Article, Integer> scores = new HashMap<>();
        for (Article article : files.current().all()) {
            article.score(service, words).ifPresent(score -> scores.put(article, score));
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Article, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(Article::id))))
                .limit(MOST)
                .map(scored -> scored.getKey().instruction(language))
                .toList();
    }

    /** The instruction with that id, in Russian. */
    public Optional<Instruction> find(String id) {
        return files.current().find(id).map(article -> article.instruction(Locale.forLanguageTag("ru")));
    }
}
