package com.leecyber.support.works;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Standing sentences about emergency works: whoever repairs has no time to write, and names no vulnerability (R6.2). */
@Component
class EmergencyWords {

    private final MessageSource messages;

    EmergencyWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What everybody may know before they are over. */
    PublicText underWay() {
        return inBoth("works.emergency-under-way");
    }

    /** Why they were, as customers may know it. */
    PublicText cause(Works works) {
        return inBoth("works.emergency-cause." + works.cause());
    }

    private PublicText inBoth(String key) {
        return new PublicText(
                messages.getMessage(key, null, Locale.forLanguageTag("ru")),
                messages.getMessage(key, null, Locale.ENGLISH));
    }

    /** What L2 reads on the ticket that was their cause. */
    String over(Works works) {
        String over = messages.getMessage(
                "works.emergency-over", new Object[] {works.number()}, LocaleContextHolder.getLocale());
        return works.done().map(done -> over + "\n\n" + done).orElse(over);
    }
}
