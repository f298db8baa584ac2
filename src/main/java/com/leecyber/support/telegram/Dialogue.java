package com.leecyber.support.telegram;

import com.leecyber.support.ticket.TicketType;

/**
 * Where the conversation in a chat stands.
 *
 * @param draft names the request that is being written, so that buttons of another one are known as old
 * @param ticket the number of the ticket that the next message answers, or that the last one answered
 * @param album the last group of files, whose later ones belong where the first went; null for none
 */
record Dialogue(
        long chatId,
        long customerId,
        long draft,
        Step step,
        TicketType type,
        String service,
        String subject,
        String description,
        String ticket,
        String album) {

    /** What the bot waits for. */
    enum Step {
        /** Nothing: the menu is there. */
        MENU,
        /** What to do with something that was just said. */
        OFFER,
        TYPE,
        SERVICE,
        SUBJECT,
        DESCRIPTION,
        FILES,
        SUMMARY,
        REPLY;

        boolean isOfRequest() {
            return compareTo(TYPE) >= 0 && compareTo(SUMMARY) <= 0;
        }
    }

    static Dialogue fresh(long chat, long customerId, long draft) {
        return new Dialogue(chat, customerId, draft, Step.MENU, null, null, null, null, null, null);
    }

    /** The step at which the first thing is asked that is not known yet. */
    Dialogue asking() {
        return at(
                type == null
                        ? Step.TYPE
                        : service == null
                                ? Step.SERVICE
                                : subject == null ? Step.SUBJECT : description == null ? Step.DESCRIPTION : Step.FILES);
    }

    Dialogue at(Step next) {
        return new Dialogue(chatId, customerId, draft, next, type, service, subject, description, ticket, album);
    }

    Dialogue ofType(TicketType chosen) {
        return new Dialogue(chatId, customerId, draft, step, chosen, service, subject, description, ticket, album);
    }

    Dialogue about(String chosenService) {
        return new Dialogue(chatId, customerId, draft, step, type, chosenService, subject, description, ticket, album);
    }

    Dialogue titled(String typed) {
        return new Dialogue(chatId, customerId, draft, step, type, service, typed, description, ticket, album);
    }

    Dialogue describing(String typed) {
        return new Dialogue(chatId, customerId, draft, step, type, service, subject, typed, ticket, album);
    }

    Dialogue answering(String number) {
        return new Dialogue(chatId, customerId, draft, step, type, service, subject, description, number, album);
    }

    Dialogue within(String group) {
        return new Dialogue(chatId, customerId, draft, step, type, service, subject, description, ticket, group);
    }

    /** What was typed before, with more below it. */
    String descriptionWith(String more) {
        return description == null ? more : more.isEmpty() ? description : description + "\n\n" + more;
    }

    /** Whether something was said towards a request that is not sent yet. */
    boolean hasDraft() {
        return type != null || description != null;
    }
}
