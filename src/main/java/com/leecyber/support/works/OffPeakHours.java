package com.leecyber.support.works;

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
     * @param decisionVersion the version of the table
     */
    record Verdict(boolean offPeak, String clause, String rule, String decisionVersion) {}
}
