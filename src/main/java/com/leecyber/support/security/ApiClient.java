package com.leecyber.support.security;

import com.leecyber.support.ticket.Channel;

/**
 * A machine that calls the API with a token; all that it may do follows from this and never from what it sends.
 *
 * @param customerId whose tickets it sees; null unless it acts for a customer
 * @param channel how its requests reach the desk (R3.1.1); null unless it acts for a customer
 * @param staff in whose name it deploys; null unless it does
 */
public record ApiClient(long id, String name, ApiRole role, Long customerId, Channel channel, String staff) {}
