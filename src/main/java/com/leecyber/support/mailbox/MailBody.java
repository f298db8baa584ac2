package com.leecyber.support.mailbox;

import java.util.List;

/**
 * What a mail says.
 *
 * @param said the new text
 * @param quoted earlier mails and the signature that it repeats; empty when it repeats none
 * @param whole all of the text, in the order in which it stood there
 * @param notes what of it could not be taken over
 */
record MailBody(String said, String quoted, String whole, List<MailFile> files, List<MailNote> notes) {}
