package com.leecyber.support.report;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How figures are counted.
 *
 * @param zone where days, weeks and months begin. Days are stored with each closed ticket: tickets that were computed before a
 *     change keep theirs
 */
@ConfigurationProperties("support.reports")
record ReportSettings(@DefaultValue("Europe/Moscow") ZoneId zone) {}
