package com.leecyber.support.mailbox;

/** No mail with that number is or was in quarantine. */
class NoSuchMail extends RuntimeException {}
