/**
 * Response clocks: an append-only list of facts about a ticket, and a pure function from the facts to promises, verdicts
 * and an explanation of every minute (R3.2, R5.4a, R5.4b).
 *
 * <p>Wall-clock UTC all week round: there is no business calendar (R3.1).
 */
package com.leecyber.support.sla;
