package com.leecyber.support.inspection;

import com.leecyber.support.inspection.SentMessages.SentMessage;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.SealedText;
import java.util.List;

/**
 * A stretch of a ticket's story.
 *
 * @param earlier the sequence with which the stretch before begins, or null
 * @param later the sequence with which the next stretch begins, or null
 * @param related chains that belong to the ticket
 */
record Timeline(List<Entry> entries, Integer earlier, Integer later, List<ChainLinks.Link> related) {

    /**
     * One entry with what belongs to it.
     *
     * @param sentence what happened, in the reader's language
     * @param actor who did it, as a reader knows them
     * @param place where the process stood, or null
     * @param placeName what process owners call that place, or null
     * @param message what was written, or null
     * @param seal whether that is still what the journal saw; null without a message
     * @param file what was attached, or null
     * @param sent what left the house, or null
     * @param chains other chains that it names
     */
    record Entry(
            JournalEntry recorded,
            String sentence,
            String actor,
            Place place,
            String placeName,
            Message message,
            SealedText.Verdict seal,
            Attachment file,
            SentMessage sent,
            List<ChainLinks.Link> chains) {

        public boolean isBreach() {
            return recorded.kind().equals("DEADLINE_BREACHED");
        }
    }
}
