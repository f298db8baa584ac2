package com.leecyber.support.mailbox;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.util.unit.DataSize;

/** A real mail server with SMTP and IMAP on free ports; what is sent to {@code info+anything@} comes to {@code info@}. */
public final class MailServer implements AutoCloseable {

    public static final String HOST = "127.0.0.1";
    public static final String DESK = "info@leecyber.com";
    public static final String PASSWORD = "a password of the test";

    private final GreenMail server;
    private final ServerSetup smtp = setup(ServerSetup.PROTOCOL_SMTP);
    private final ServerSetup imap = setup(ServerSetup.PROTOCOL_IMAP);

    public MailServer() {
        server = new GreenMail(new ServerSetup[] {smtp, imap});
    }

    public MailServer start() {
        server.start();
        server.setUser(DESK, DESK, PASSWORD);
        server.getUserManager().setMessageDeliveryHandler((message, address) -> user(withoutMark(address.getEmail())));
        return this;
    }

    public int smtpPort() {
        return smtp.getPort();
    }

    public int imapPort() {
        return imap.getPort();
    }

    /** Sends it as a mail client does. */
    public void send(String raw, String from, String... recipients) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", HOST);
        properties.setProperty("mail.smtp.port", "" + smtpPort());
        properties.setProperty("mail.smtp.from", from);
        Session session = Session.getInstance(properties);
        InternetAddress[] to = InternetAddress.parse(String.join(",", recipients));
        Transport.send(new Unchanged(session, raw.getBytes(StandardCharsets.UTF_8)), to);
    }

    /** Lays it into somebody's mailbox, byte by byte. */
    public void deliver(byte[] raw, String to) throws MessagingException {
        user(to).deliver(new Unchanged(Session.getInstance(new Properties()), raw));
    }

    /** What lies in somebody's mailbox, in its order. */
    public List<StoredMessage> inbox(String address) {
        return folder(address).getMessages();
    }

    /** The mails that came to somebody, as their mail client reads them. */
    public List<MimeMessage> mails(String address) {
        List<MimeMessage> mails = new ArrayList<>();
        inbox(address).forEach(stored -> mails.add(stored.getMimeMessage()));
        return mails;
    }

    static byte[] raw(StoredMessage stored) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        stored.getMimeMessage().writeTo(raw);
        return raw.toByteArray();
    }

    long uidValidity() {
        return folder(DESK).getUidValidity();
    }

    MailboxSettings.Mailbox mailbox(String name, boolean idle) {
        return new MailboxSettings.Mailbox(
                name, HOST, imapPort(), "imap", DESK, PASSWORD, "INBOX", List.of(DESK), "mx.leecyber.com", idle);
    }

    static MailboxSettings settings(MailboxSettings.Mailbox mailbox, Duration poll) {
        return new MailboxSettings(
                List.of(mailbox), poll, 2, DataSize.ofKilobytes(64), 20, 5, Duration.ofMinutes(5), "other");
    }

    @Override
    public void close() {
        server.stop();
    }

    private MailFolder folder(String address) {
        ImapHostManager host = server.getManagers().getImapHostManager();
        try {
            return host.getInbox(user(address));
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private GreenMailUser user(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        try {
            return user == null ? server.getUserManager().createUser(address, address, PASSWORD) : user;
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutMark(String address) {
        return address.replaceFirst("\\+[^@]*@", "@");
    }

    private static ServerSetup setup(String protocol) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            ServerSetup setup = new ServerSetup(socket.getLocalPort(), HOST, protocol);
            setup.setServerStartupTimeout(10_000);
            return setup;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the Message-ID, or the lack of one. */
    private static final class Unchanged extends MimeMessage {

        private Unchanged(Session session, byte[] raw) throws MessagingException {
            super(session, new ByteArrayInputStream(raw));
            saved = true;
        }

        @Override
        public void saveChanges() {
            // It goes out as it was written.
        }
    }
}
