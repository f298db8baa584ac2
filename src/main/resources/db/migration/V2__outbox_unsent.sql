-- Everything that was not sent yet: the sender takes what is due, the health page counts what waits and what was given
-- up, and neither reads the mails that are long delivered.
drop index outbox_due;
create index outbox_unsent on outbox (next_attempt_at) where sent_at is null;
