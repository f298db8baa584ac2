/**
 * The ways in: each channel turns what came in into a {@link com.leecyber.support.ticket.Registration} or a message.
 *
 * <p>Here is the REST API, on which the panel, the mail gateway and the bot build.
 */
package com.leecyber.support.channel;
