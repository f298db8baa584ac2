package com.leecyber.support.change;

/** A file of a change, as its page shows it. */
record FileView(String name, boolean isNew, String fragment, Object difference) {

    static FileView of(ChangedFile file) {
        return new FileView(file.name(), file.isNew(), "text", null);
    }
}
