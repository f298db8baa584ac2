package com.leecyber.support.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk writes. An installation that sets nonsense does not start.
 *
 * @param from the address that mails come from
 * @param replyTo the mailbox that customers' answers go to; its server must deliver {@code box+anything@} into it. Null
 *     makes them go to {@code from}
 * @param shiftLead the addresses that are warned of deadlines (R3.2, R5.4b); nobody is while there are none
 * @param shiftLeadLanguage the language that they are written to in: {@code ru} or {@code en}
 * @param zone the time zone that times are shown in, with its name
 * @param panelAddress where the customer finds the ticket (R3.1.1); {@code {number}} in it becomes the ticket's number
 * @param templates the folder of the texts; a {@code file:} folder is read again when it changes
 * @param messageIdDomain what stands behind the {@code @} of every Message-ID
 * @param folder where mails are written as files when no {@code spring.mail.host} is set; null keeps them queued
 * @param sender how the outbox is emptied
 */
@ConfigurationProperties("support.notifications")
record NotificationSettings(
        @DefaultValue("info@leecyber.com") String from,
        String replyTo,
        @DefaultValue List<String> shiftLead,
        @DefaultValue("ru") Locale shiftLeadLanguage,
        @DefaultValue("Europe/Moscow") ZoneId zone,
        @DefaultValue("https://dash.leecyber.com/") String panelAddress,
        @DefaultValue("classpath:/forms/notifications/") String templates,
        @DefaultValue("support-desk") String messageIdDomain,
        Path folder,
        @DefaultValue Sender sender) {

    /**
     * How the outbox is emptied.
     *
     * @param enabled whether this node does it
     * @param interval how often it looks for due mails and chats
     */
    record Sender(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("PT1S") Duration interval) {}

    NotificationSettings {
        // An environment variable without a value means «not set», not «here».
        folder = folder == null || folder.toString().isEmpty() ? null : folder;
        replyTo = replyTo == null || replyTo.isEmpty() ? null : replyTo;
        requireAddress("from", from);
        if (replyTo != null) {
            requireAddress("reply-to", replyTo);
        }
        shiftLead.forEach(address -> requireAddress("shift-lead", address));
        if (!messageIdDomain.matches("[A-Za-z0-9.-]{1,100}")) {
            throw new IllegalArgumentException(
                    "support.notifications.message-id-domain must be a host name: " + messageIdDomain);
        }
        panelOf(panelAddress, "SD-2026-000001");
    }

    /** Where the customer finds that ticket. */
    String panelOf(String number) {
        return panelOf(panelAddress, number);
    }

    private static String panelOf(String address, String number) {
        return URI.create(address.replace("{number}", number)).toString();
    }

    private static void requireAddress(String setting, String address) {
        MailAddress.complaint(address).ifPresent(complaint -> {
            throw new IllegalArgumentException("support.notifications." + setting + ": " + complaint);
        });
    }
}
