package com.leecyber.support.inspection;

import com.leecyber.support.inspection.SentMessages.SentMessage;
import com.leecyber.support.proof.JournalEntry;
import com.leecyber.support.ticket.Attachment;
import com.leecyber.support.ticket.Attachments;
import com.leecyber.support.ticket.Conversation;
import com.leecyber.support.ticket.Message;
import com.leecyber.support.ticket.SealedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells a ticket's story: each entry with the message, file or notification that it speaks of. */
@Component
class Timelines {

    private static final int LENGTH = 200;

    private final Conversation conversation;
    private final Attachments attachments;
    private final SentMessages sentMessages;
    private final RelatedChains chains;
    private final DrawnDiagrams diagrams;
    private final EventSentences sentences;
    private final ActorNames actorNames;

    Timelines(
            Conversation conversation,
            Attachments attachments,
            SentMessages sentMessages,
            RelatedChains chains,
            DrawnDiagrams diagrams,
            EventSentences sentences,
            ActorNames actorNames) {
        this.conversation = conversation;
        this.attachments = attachments;
        this.sentMessages = sentMessages;
        this.chains = chains;
        this.diagrams = diagrams;
        this.sentences = sentences;
        this.actorNames = actorNames;
    }

    /** The entries from a sequence on, at most {@value #LENGTH}. */
    Timeline of(TicketFile file, int from, Locale language) {
        List<JournalEntry> shown = file.journal().stream()
                .filter(entry -> entry.sequence() >= from)
                .limit(LENGTH + 1L)
                .toList();
        Integer later = shown.size() > LENGTH ? shown.get(LENGTH).sequence() : null;
        Teller teller = new Teller(file, language, shown.subList(0, Math.min(LENGTH, shown.size())));
        return new Timeline(teller.entries(), from > 1 ? Math.max(1, from - LENGTH) : null, later, chains.of(file));
    }

    /** What the entries of one page speak of, fetched with one statement for each kind of thing. */
    private final class Teller {

        private final TicketFile file;
        private final Locale language;
        private final List<JournalEntry> shown;
        private final Map<Long, Message> messages;
        private final Map<String, Attachment> files;
        private final Map<String, SentMessage> sent;
        private final Map<String, String> actors;

        Teller(TicketFile file, Locale language, List<JournalEntry> shown) {
            this.file = file;
            this.language = language;
            this.shown = shown;
            this.messages =
                    conversation.of(file.ticket()).stream().collect(Collectors.toMap(Message::id, Function.identity()));
            this.files = attachments.of(file.ticket()).stream()
                    .collect(Collectors.toMap(each -> each.key().toString(), Function.identity()));
            this.actors = actorNames.of(
                    shown.stream().map(JournalEntry::actor).distinct().toList(), language);
            this.sent = sentMessages.about(
                    file.number(),
                    shown.stream()
                            .map(entry -> EntryDetails.of(entry).text("key"))
                            .filter(Objects::nonNull)
                            .toList());
        }

        List<Timeline.Entry> entries() {
            return shown.stream().map(this::entry).toList();
        }

        private Timeline.Entry entry(JournalEntry entry) {
            EntryDetails details = EntryDetails.of(entry);
            Place place = details.place().orElse(null);
            Message message = details.number("message").map(messages::get).orElse(null);
            return new Timeline.Entry(
                    entry,
                    sentences.of(entry, language),
                    actors.get(entry.actor()),
                    place,
                    place == null ? null : diagrams.name(place),
                    message,
                    message == null ? null : SealedText.of(message, details.text("digest")),
                    details.text("file") == null ? null : files.get(details.text("file")),
                    details.text("key") == null ? null : sent.get(details.text("key")),
                    ChainLinks.in(details, file.number()));
        }
    }
}
