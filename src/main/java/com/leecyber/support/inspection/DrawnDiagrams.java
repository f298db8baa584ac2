package com.leecyber.support.inspection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.leecyber.support.difference.DrawnDiagram;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The diagrams as they were deployed, read once: a version never changes. */
@Component
class DrawnDiagrams {

    private final Cache<String, DrawnDiagram> read =
            Caffeine.newBuilder().maximumSize(100).build();
    private final DeployedRules rules;

    DrawnDiagrams(DeployedRules rules) {
        this.rules = rules;
    }

    /** One version; empty when its file is gone. */
    Optional<DrawnDiagram> find(String diagram, int version) {
        String label = diagram + ":" + version;
        Optional<DrawnDiagram> known = Optional.ofNullable(read.getIfPresent(label));
        if (known.isPresent()) {
            return known;
        }
        Optional<DrawnDiagram> found = rules.file(diagram, version).flatMap(DrawnDiagram::of);
        found.ifPresent(diagramThen -> read.put(label, diagramThen));
        return found;
    }

    /** What process owners called an element then; its id when it had no name. */
    String name(Place place) {
        return find(place.diagram(), place.version())
                .map(diagram -> diagram.elements().get(place.element()))
                .map(DrawnDiagram.Element::name)
                .filter(name -> !name.isEmpty())
                .orElse(place.element());
    }
}
