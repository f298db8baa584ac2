/**
 * The ways in: each channel turns what came in into a {@link com.leecyber.support.ticket.Registration} or a message.
 *
 * <p>Here is the REST API, and what the panel, the mailboxes and the bot share with it.
 */
package com.leecyber.support.channel;
