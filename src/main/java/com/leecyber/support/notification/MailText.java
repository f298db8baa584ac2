package com.leecyber.support.notification;

/** What is sent: a subject on one line and a plain-text body. */
record MailText(String subject, String body) {}
