package com.leecyber.support.inspection;

import com.leecyber.support.ticket.PageTimes;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The desk's zone, in which the pages write moments and read them. */
@Component
record AuditTimes(
        @Value("${support.notifications.zone:Europe/Moscow}")
        ZoneId zone) {

    PageTimes in(Locale language) {
        return new PageTimes(zone, language);
    }
}
