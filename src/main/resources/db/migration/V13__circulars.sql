-- Mails to many must not slow those to one: personal mails that wait are found without a walk past a circular's, and a
-- circular's, of which many are due in the same moment, without sorting them.
create index outbox_personal on outbox (next_attempt_at, id) where sent_at is null and circular is null;
drop index outbox_unsent;
create index outbox_unsent on outbox (next_attempt_at, id) where sent_at is null;

-- The first mail to a reader about a number: of works that is one of as many as there are customers.
create index outbox_thread on outbox (ticket, recipient, id);
drop index outbox_ticket;
