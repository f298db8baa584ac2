/** The agent's desk inside Tasklist: the ticket's card, replies, notes, and the decisions that complete a task. */
package com.leecyber.support.desk;
