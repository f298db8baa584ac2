package com.leecyber.support.mailbox;

/** A file that came with a mail. */
record MailFile(String name, byte[] content) {}
