/** What the desk says to whom: texts, the outbox, and the senders that empty it. */
package com.leecyber.support.notification;
