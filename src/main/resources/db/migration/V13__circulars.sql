-- Mails to many must not slow those to one. Personal mails that are not sent yet are found without a walk past circulars.
create index outbox_personal on outbox (next_attempt_at, id) where sent_at is null and circular is null;

-- The first mail to a reader about a number: of works that is one of as many as there are customers.
create index outbox_thread on outbox (ticket, recipient, id);
drop index outbox_ticket;
