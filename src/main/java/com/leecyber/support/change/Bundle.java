package com.leecyber.support.change;

import com.leecyber.support.gate.ProcessFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What has to be deployed together: the engine looks for a diagram's forms in the diagram's own deployment, so a changed
 * diagram takes its forms along, and a changed form the diagrams that show it.
 */
final class Bundle {

    private final Map<String, ProcessFile> inForce;
    private final Map<String, ProcessFile> files = new LinkedHashMap<>();

    private Bundle(Map<String, ProcessFile> inForce) {
        this.inForce = inForce;
    }

    static Collection<ProcessFile> of(Collection<ProcessFile> changed, Map<String, ProcessFile> inForce) {
        Bundle bundle = new Bundle(inForce);
        changed.forEach(file -> bundle.files.put(file.name(), file));
        changed.forEach(bundle::addDiagramsThatShow);
        Set.copyOf(bundle.files.values()).forEach(bundle::addFormsOf);
        return bundle.files.values();
    }

    private void addDiagramsThatShow(ProcessFile form) {
        inForce.values().stream()
                .filter(file -> file.forms().contains(form.name()))
                .forEach(diagram -> files.putIfAbsent(diagram.name(), diagram));
    }

    private void addFormsOf(ProcessFile diagram) {
        diagram.forms().stream()
                .filter(inForce::containsKey)
                .forEach(form -> files.putIfAbsent(form, inForce.get(form)));
    }
}
