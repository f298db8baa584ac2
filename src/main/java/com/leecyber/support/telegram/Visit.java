package com.leecyber.support.telegram;

import com.leecyber.support.customer.Customer;

/** A customer is in their chat: what is being said, by whom, and where the conversation stands. */
record Visit(Talk talk, Customer customer, Dialogue dialogue) {

    Visit with(Dialogue changed) {
        return new Visit(talk, customer, changed);
    }
}
