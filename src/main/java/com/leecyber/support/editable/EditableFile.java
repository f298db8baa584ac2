package com.leecyber.support.editable;

import java.util.List;

/**
 * One file as a process owner left it.
 *
 * @param name its name without the folder
 * @param path its name with the folder, as complaints show it
 * @param content its text, with line feeds alone
 */
public record EditableFile(String name, String path, String content) {

    /** Its lines, the first one first. */
    public List<String> lines() {
        return content.lines().toList();
    }

    /** What to throw when one of its lines, counted from 1, cannot be used. */
    public UnusableFile unusable(int line, String complaint) {
        return new UnusableFile(path + ", line " + line + ": " + complaint);
    }

    /** What to throw when it cannot be used as a whole. */
    public UnusableFile unusable(String complaint) {
        return new UnusableFile(path + ": " + complaint);
    }
}
