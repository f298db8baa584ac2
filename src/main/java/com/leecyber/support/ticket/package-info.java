/** The ticket: number, type, service, priority, status and its transitions, conversation and attachments. */
package com.leecyber.support.ticket;
