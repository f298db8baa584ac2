package com.leecyber.support.ticket;

import com.leecyber.support.sla.ResponseWindow;

/** The decision table {@code responseWindow}: how long an answer may take (R3.2). */
public interface ResponseWindows {

    ResponseWindow windowFor(Channel channel, Nature nature);
}
