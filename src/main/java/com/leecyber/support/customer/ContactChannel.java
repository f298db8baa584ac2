package com.leecyber.support.customer;

/** How a customer likes to be written to; the other way is taken when that one fails. */
public enum ContactChannel {
    EMAIL,
    TELEGRAM
}
