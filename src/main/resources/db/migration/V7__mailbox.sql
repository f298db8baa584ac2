-- Every mail that came, as it came: stored before the mail server hears that it was read, and before anybody parses it.
create table inbound_mail (
    id              bigint generated always as identity primary key,
    mailbox         varchar(60)  not null,
    uid_validity    bigint       not null,
    uid             bigint       not null,
    size            bigint       not null,
    raw             bytea        not null,
    -- False: the mail was too large, and these are its headers only.
    complete        boolean      not null,
    received_at     timestamptz  not null,
    state           varchar(12)  not null default 'RECEIVED'
        check (state in ('RECEIVED', 'TICKET', 'REPLY', 'QUARANTINE', 'DISCARDED')),
    attempts        integer      not null default 0,
    next_attempt_at timestamptz  not null,
    last_error      varchar(1000),
    sender          varchar(254),
    subject         varchar(200),
    message_id      varchar(250),
    reason          varchar(20),
    ticket          varchar(20),
    ended_at        timestamptz,
    decided_by      varchar(200),
    decided_at      timestamptz,
    decision        varchar(2000),
    -- Several nodes may read the same mailbox: whoever comes second stores nothing.
    unique (mailbox, uid_validity, uid),
    check ((state in ('TICKET', 'REPLY')) <= (ticket is not null)),
    check ((state in ('QUARANTINE', 'DISCARDED')) <= (reason is not null)),
    check ((state = 'RECEIVED') = (ended_at is null))
);
-- Mails are compressed already, where anything can be.
alter table inbound_mail alter column raw set storage external;
create index inbound_mail_due on inbound_mail (next_attempt_at, id) where state = 'RECEIVED';
create index inbound_mail_quarantine on inbound_mail (id) where reason is not null;
create index inbound_mail_waiting on inbound_mail (id) where state = 'QUARANTINE';
create index inbound_mail_of_sender on inbound_mail (sender, ended_at) where state = 'TICKET';
create index inbound_mail_known on inbound_mail (message_id) where ticket is not null;
create index inbound_mail_of_ticket on inbound_mail (ticket) where ticket is not null;

-- What came in is proof: the desk may say what became of it, not change or remove it.
grant select, insert on inbound_mail to ${application_role};
grant update (state, attempts, next_attempt_at, last_error, sender, subject, message_id, reason, ticket, ended_at,
    decided_by, decided_at, decision) on inbound_mail to ${application_role};
grant usage on all sequences in schema public to ${application_role};
