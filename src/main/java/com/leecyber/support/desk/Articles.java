package com.leecyber.support.desk;

import com.leecyber.support.desk.KnownInstructions.Instruction;
import com.leecyber.support.editable.EditableFile;
import com.leecyber.support.ticket.ServiceCatalogue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All articles: {@code <id>.md} in Russian, {@code <id>.en.md} beside it in English where somebody wrote it. */
final class Articles {

    private static final String README = "README.md";
    private static final String RUSSIAN_FILE = ".md";
    private static final String ENGLISH_FILE = ".en.md";

    private final Map<String, Article> byId = new TreeMap<>();

    private Articles() {}

    static Articles read(List<EditableFile> files, ServiceCatalogue catalogue) {
        Set<String> services = catalogue.services().stream()
                .map(ServiceCatalogue.Service::code)
                .collect(Collectors.toCollection(TreeSet::new));
        services.add(Article.EVERY_SERVICE);
        Articles articles = new Articles();
        for (EditableFile file : files) {
            if (!file.name().equals(README) && !file.name().endsWith(ENGLISH_FILE)) {
                articles.add(file, services);
            }
        }
        for (EditableFile file : files) {
            if (file.name().endsWith(ENGLISH_FILE)) {
                articles.translate(file);
            }
        }
        return articles;
    }

    Collection<Article> all() {
        return byId.values();
    }

    Optional<Article> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void add(EditableFile file, Set<String> services) {
        String id = id(file, RUSSIAN_FILE);
        ArticleFile read = new ArticleFile(file);
        byId.put(
                id,
                new Article(id, read.services(services), read.stems(), Map.of(Article.RUSSIAN, instruction(id, read))));
    }

    /** A translation gives title, steps and its own words; what the article is about, the original says. */
    private void translate(EditableFile file) {
        String id = id(file, ENGLISH_FILE);
        Article original = find(id).orElseThrow(() -> file.unusable("there is no " + id + RUSSIAN_FILE));
        ArticleFile read = new ArticleFile(file);
        Set<String> stems =
                Stream.concat(original.stems().stream(), read.stems().stream()).collect(Collectors.toUnmodifiableSet());
        Map<String, Instruction> texts = new HashMap<>(original.texts());
        texts.put("en", instruction(id, read));
        byId.put(id, new Article(id, original.services(), stems, texts));
    }

    private static Instruction instruction(String id, ArticleFile read) {
        return new Instruction(id, read.title(), read.steps());
    }

    private static String id(EditableFile file, String ending) {
        return file.name().substring(0, file.name().length() - ending.length());
    }
}
