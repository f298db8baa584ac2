package com.leecyber.support.report;

import com.leecyber.support.sla.Verdict;

/**
 * What one agent did on one closed ticket.
 *
 * @param decisions tasks completed with a decision
 * @param replies messages to the customer
 * @param notes notes for colleagues
 * @param response how the first response stood against its promise, if this agent gave it; else null
 */
record AgentShare(String agent, int decisions, int replies, int notes, Verdict response) {}
