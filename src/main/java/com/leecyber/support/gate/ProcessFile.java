package com.leecyber.support.gate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One diagram, table or form as somebody wants to deploy it.
 *
 * @param name its bare name, such as {@code ticket.bpmn}
 * @param content its bytes; copied, so that nobody can change them between the gate and the engine
 */
public record ProcessFile(String name, byte[] content) {

    private static final Pattern FORM = Pattern.compile("embedded:deployment:([^\"'<>&\\s]+)");

    /** What a file may be, told by the ending of its name. */
    public enum Kind {
        DIAGRAM(".bpmn"),
        TABLE(".dmn"),
        FORM(".html");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    /** Copies the content. */
    public ProcessFile {
        Objects.requireNonNull(name, "name");
        content = content.clone();
    }

    /** A file whose content is at hand as text. */
    public static ProcessFile of(String name, String text) {
        return new ProcessFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of its bytes. */
    @Override
    public byte[] content() {
        return content.clone();
    }

    /** Its content read as UTF-8; what is none becomes replacement characters. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The names of the forms that a diagram shows; the engine looks for them in the diagram's own deployment. */
    public Set<String> forms() {
        return kind().filter(Kind.DIAGRAM::equals).isEmpty()
                ? Set.of()
                : FORM.matcher(text()).results().map(form -> form.group(1)).collect(Collectors.toSet());
    }

    /** Its kind, empty when files of this ending cannot be deployed. */
    public Optional<Kind> kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> name.endsWith(kind.ending))
                .findFirst();
    }

    /** Its name without the ending: the id of its process or table. */
    String stem() {
        return kind().map(kind -> name.substring(0, name.length() - kind.ending.length()))
                .orElse(name);
    }

    int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProcessFile file && name.equals(file.name) && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return name + " (" + content.length + " bytes)";
    }
}
