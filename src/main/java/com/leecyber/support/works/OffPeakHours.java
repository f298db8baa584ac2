package com.leecyber.support.works;

import com.leecyber.support.audit.Decided;
import java.time.DayOfWeek;

/** Which hours of the week are off-peak (R6.1): the decision table {@code offPeak}. */
public interface OffPeakHours {

    /**
     * One hour of the week in the desk's zone.
     *
     * @param hour from 0 to 23
     */
    Verdict at(DayOfWeek day, int hour);

    /**
     * What the table says of an hour.
     *
     * @param rule the name of the row
     * @param decided what the table was asked and answered
     */
    record Verdict(boolean offPeak, String clause, String rule, Decided decided) {

        /** The version of the table. */
        public String decisionVersion() {
            return decided.table();
        }
    }
}
