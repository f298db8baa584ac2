package com.leecyber.support.ticket;

/** How a request reached the desk (R3.1.1). The REST API counts as the panel: it is the panel's own way in. */
public enum Channel {
    PANEL,
    EMAIL,
    TELEGRAM
}
