package com.leecyber.support.change;

import com.leecyber.support.difference.DiagramDifference;
import com.leecyber.support.difference.Difference;
import com.leecyber.support.difference.FileDifference;
import com.leecyber.support.difference.TableDifference;

/**
 * A file of a change, as its page shows it.
 *
 * @param fragment which of the templates for differences shows it
 */
record FileView(String name, boolean isNew, String fragment, FileDifference difference) {

    static FileView of(ChangedFile file) {
        FileDifference difference = Difference.between(file.name(), file.before(), file.after());
        return new FileView(file.name(), file.isNew(), fragment(difference), difference);
    }

    private static String fragment(FileDifference difference) {
        if (difference instanceof DiagramDifference) {
            return "diagram";
        }
        return difference instanceof TableDifference ? "table" : "text";
    }
}
