package com.leecyber.support.ticket;

import com.leecyber.support.audit.Decided;
import java.util.List;
import java.util.Locale;

/** The decision table {@code exclusion}: what the licensor is not responsible for (R7.2). */
public interface Exclusions {

    /** The codes that L1 and L2 can choose from. */
    List<String> codes();

    /**
     * What the table says of a code.
     *
     * @throws InvalidInput when the table has no such row
     */
    Exclusion get(String code);

    /**
     * One row of the table.
     *
     * @param clause the clause of R7.2
     * @param label what it is called at the desk
     * @param countsAgainstAvailability whether downtime for this reason counts all the same (R7.1)
     * @param decided what the table was asked and answered
     */
    record Exclusion(
            String code,
            String clause,
            String label,
            String customerTextRu,
            String customerTextEn,
            boolean countsAgainstAvailability,
            Decided decided) {

        /** The version of the table that says so. */
        public String version() {
            return decided.table();
        }

        /** What the customer is told. */
        public String customerText(Locale language) {
            return "en".equals(language.getLanguage()) ? customerTextEn : customerTextRu;
        }
    }
}
