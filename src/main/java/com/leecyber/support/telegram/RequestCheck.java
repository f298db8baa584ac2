package com.leecyber.support.telegram;

import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.TicketType;
import java.util.Optional;

/** Asks registration's own rules about one text at a time; what they refuse is told in the chat and can be typed again. */
@BotComponent
class RequestCheck {

    private static final String ANYTHING = "-";

    private final Words words;

    RequestCheck(Words words) {
        this.words = words;
    }

    /** The subject as it will be registered; empty when it cannot, and the chat was told why. */
    Optional<String> subject(Visit visit, String text) {
        try {
            return Optional.of(request(visit, text, ANYTHING).subject());
        } catch (InvalidInput invalid) {
            return complain(visit, invalid);
        }
    }

    /** The description as it will be registered; empty when it cannot, and the chat was told why. */
    Optional<String> description(Visit visit, String text) {
        try {
            return Optional.of(request(visit, ANYTHING, text).description());
        } catch (InvalidInput invalid) {
            return complain(visit, invalid);
        }
    }

    boolean isNoSubject(Visit visit, String text) {
        try {
            request(visit, text, ANYTHING);
            return false;
        } catch (InvalidInput invalid) {
            return true;
        }
    }

    private Optional<String> complain(Visit visit, InvalidInput invalid) {
        visit.talk().tell(words.complaint(visit.talk().language(), invalid), null);
        return Optional.empty();
    }

    private static NewTicket request(Visit visit, String subject, String description) {
        return new NewTicket(
                visit.customer().id(),
                Channel.TELEGRAM,
                TicketType.QUESTION,
                ANYTHING,
                subject,
                description,
                null,
                null,
                null,
                null,
                null);
    }
}
