package com.leecyber.support.panel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one may send in the panel within a time; more is refused with a clear word, and nothing typed is lost.
 *
 * @param tickets new tickets of one customer
 * @param messages messages of one customer
 * @param files files of one customer
 * @param posts forms of any kind from one address
 * @param within the time that these are counted in
 */
@ConfigurationProperties("support.panel.limits")
record LimitSettings(
        @DefaultValue("30") int tickets,
        @DefaultValue("120") int messages,
        @DefaultValue("200") int files,
        @DefaultValue("300") int posts,
        @DefaultValue("PT1H") Duration within) {

    LimitSettings {
        if (Math.min(Math.min(tickets, messages), Math.min(files, posts)) < 1) {
            throw new IllegalArgumentException("support.panel.limits.*: each limit must be at least 1");
        }
        if (within.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("support.panel.limits.within must be at least a second: " + within);
        }
    }
}
