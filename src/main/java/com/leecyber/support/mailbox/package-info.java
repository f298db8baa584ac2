/** Mails that come in (R3.1.1): fetched, kept as they came, and each ended as ticket, reply or quarantine. */
package com.leecyber.support.mailbox;
