package com.leecyber.support.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What the receiving mail server found of the sender (RFC 8601), where an operator named the server. */
@Component
class SenderCheck {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern DMARC_FAILED =
            Pattern.compile("(^|;)\\s*dmarc\\s*=\\s*fail\\b", Pattern.CASE_INSENSITIVE);

    private final List<MailboxSettings.Mailbox> mailboxes;

    SenderCheck(MailboxSettings settings) {
        this.mailboxes = settings.mailboxes();
    }

    /**
     * Whether the sender's domain says that the mail is not its own. Only the topmost result of the trusted server counts:
     * whatever stands below came with the mail.
     */
    boolean isForged(String mailbox, MailHeaders mail) {
        return mailboxes.stream()
                .filter(known -> known.name().equals(mailbox) && known.authservId() != null)
                .anyMatch(known -> mail.all("Authentication-Results").stream()
                        .map(result -> COMMENT.matcher(result).replaceAll(" "))
                        .filter(result -> serverOf(result).equals(known.authservId()))
                        .findFirst()
                        .filter(result -> DMARC_FAILED.matcher(result).find())
                        .isPresent());
    }

    /** It may have a version behind the name. */
    private static String serverOf(String result) {
        return result.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
