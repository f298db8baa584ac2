package com.leecyber.support.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * One connection to a mailbox, in words that read it byte by byte and never remove anything.
 *
 * <p>Mails are named by their UIDs only: numbers shift when somebody else deletes a mail.
 */
final class ImapConnection implements AutoCloseable {

    /** How long the server may take for one answer; IDLE is ended well before. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final int HEADER_BYTES = 256 * 1024;

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final long uidValidity;

    private ImapConnection(IMAPStore store, IMAPFolder folder) throws MessagingException {
        this.store = store;
        this.folder = folder;
        this.uidValidity = folder.getUIDValidity();
    }

    /** Signs in and opens the folder. */
    static ImapConnection open(MailboxSettings.Mailbox mailbox) throws MessagingException {
        IMAPStore store = (IMAPStore) Session.getInstance(properties(mailbox)).getStore(mailbox.protocol());
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            ImapConnection opened = new ImapConnection(store, folder);
            folder.addMessageCountListener(opened.new NewMail());
            return opened;
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(MailboxSettings.Mailbox mailbox) {
        Properties properties = new Properties();
        String prefix = "mail." + mailbox.protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", "" + CONNECTING.toMillis());
        properties.setProperty(prefix + "timeout", "" + PATIENCE.toMillis());
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.starttls.enable", "true");
        return properties;
    }

    /** Changes when the server has numbered its mails anew. */
    long uidValidity() {
        return uidValidity;
    }

    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /**
     * What nobody has read yet.
     *
     * @param grown whether a mail arrived while the server answered, so that it is worth asking again
     */
    record Unread(List<Long> uids, boolean grown) {}

    /** The mails without {@code \Seen}, oldest first. */
    Unread unread() throws MessagingException {
        Response[] responses = command("UID SEARCH UNSEEN");
        List<Long> uids = new ArrayList<>();
        boolean grown = false;
        for (Response response : responses) {
            if (response instanceof IMAPResponse line && line.keyEquals("SEARCH")) {
                for (long uid = line.readLong(); uid != -1; uid = line.readLong()) {
                    uids.add(uid);
                }
            } else if (response instanceof IMAPResponse line && line.keyEquals("EXISTS")) {
                grown = true;
            }
        }
        return new Unread(uids.stream().sorted().toList(), grown);
    }

    /** How large each of them is, in bytes; a mail that is gone is left out. */
    Map<Long, Long> sizes(List<Long> uids) throws MessagingException {
        Map<Long, Long> sizes = new HashMap<>();
        for (FetchResponse fetched : fetch(uids, "RFC822.SIZE")) {
            UID uid = fetched.getItem(UID.class);
            RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
            if (uid != null && size != null) {
                sizes.put(uid.uid, size.size);
            }
        }
        return sizes;
    }

    /** The mails as they lie at the server, without marking them; a mail that is gone is left out. */
    Map<Long, byte[]> mails(List<Long> uids) throws MessagingException {
        return bodies(uids, "BODY.PEEK[]");
    }

    /** The headers alone, and not even those without end. */
    Map<Long, byte[]> headers(List<Long> uids) throws MessagingException {
        return bodies(uids, "BODY.PEEK[HEADER]<0." + HEADER_BYTES + ">");
    }

    /** Nobody has to read them again. */
    void markSeen(List<Long> uids) throws MessagingException {
        command("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Seen)");
    }

    /** Waits until the server tells of something; {@link #wake()} ends it too. */
    void idle() throws MessagingException {
        folder.idle(true);
    }

    /** Asks the server for a sign of life, which ends waiting on another thread. */
    void wake() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    /** A server may tell of a mail in the moment in which IDLE begins; whoever waits then would not hear of it. */
    private final class NewMail extends MessageCountAdapter {

        @Override
        public void messagesAdded(MessageCountEvent event) {
            try {
                wake();
            } catch (MessagingException | RuntimeException gone) {
                // Whoever reads finds out by itself.
            }
        }
    }

    /** Lets go at once, whatever another thread waits for. */
    void abandon() {
        try {
            folder.forceClose();
        } catch (MessagingException | RuntimeException gone) {
            // Nobody needs it any more.
        }
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                // False: nothing is ever removed at the server.
                folder.close(false);
            }
        } catch (MessagingException | RuntimeException gone) {
            // A connection that is lost needs no farewell.
        }
        try {
            store.close();
        } catch (MessagingException | RuntimeException gone) {
            // Nor does this one.
        }
    }

    private Map<Long, byte[]> bodies(List<Long> uids, String item) throws MessagingException {
        Map<Long, byte[]> bodies = new HashMap<>();
        for (FetchResponse fetched : fetch(uids, item)) {
            UID uid = fetched.getItem(UID.class);
            BODY body = fetched.getItem(BODY.class);
            if (uid != null && body != null && body.getByteArray() != null) {
                bodies.put(uid.uid, body.getByteArray().getNewBytes());
            }
        }
        return bodies;
    }

    private List<FetchResponse> fetch(List<Long> uids, String item) throws MessagingException {
        List<FetchResponse> fetched = new ArrayList<>();
        for (Response response : command("UID FETCH " + set(uids) + " (UID " + item + ")")) {
            if (response instanceof FetchResponse one) {
                fetched.add(one);
            }
        }
        return fetched;
    }

    private Response[] command(String command) throws MessagingException {
        return (Response[]) folder.doCommand(protocol -> answered(protocol, command));
    }

    private static Response[] answered(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] responses = protocol.command(command, null);
        Response[] kept = responses.clone();
        // It strikes out what it has dealt with.
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(kept[kept.length - 1]);
        return kept;
    }

    /** As {@code 3:7,9}. */
    static String set(List<Long> uids) {
        List<long[]> ranges = new ArrayList<>();
        for (long uid : uids.stream().sorted().toList()) {
            long[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last[1] + 1 == uid) {
                last[1] = uid;
            } else {
                ranges.add(new long[] {uid, uid});
            }
        }
        return ranges.stream()
                .map(range ->
                        LongStream.of(range).distinct().mapToObj(Long::toString).collect(Collectors.joining(":")))
                .collect(Collectors.joining(","));
    }
}
