package com.leecyber.support.notification;

import com.leecyber.support.customer.Customer;
import java.util.List;

/** Whom a circular is for. Each audience is a bean with a name of its own. */
public interface CircularAudience {

    /** Every customer who has a valid licence when their turn comes (R1.4, R6.1). */
    String LICENSED = "licensed";

    /** Its name, as circulars keep it. */
    String id();

    /**
     * The next customers who are to be told, in the order of their ids.
     *
     * @param about the number of what the circular is about
     * @param after the id of the last one that was reached
     * @param atMost no more than these; fewer mean that there are no more
     */
    Reached next(String about, long after, int atMost);

    /**
     * Some of an audience.
     *
     * @param customers those who are to be told
     * @param last the id up to which everybody has been looked at
     * @param complete whether nobody is left
     */
    record Reached(List<Customer> customers, long last, boolean complete) {}
}
