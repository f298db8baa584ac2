-- Erasing a customer's personal data on request, and forgetting what nobody needs any more.

alter table customer add column erased_at timestamptz;

-- One row for each request. What is needed to find the rest of the data stands here until the work is done, no longer.
create table erasure (
    id              bigint generated always as identity primary key,
    customer_id     bigint       not null unique references customer,
    requested_by    varchar(200) not null,
    requested_at    timestamptz  not null,
    -- Where the request is kept: the number of a letter, never a name.
    reference       varchar(200) not null,
    address         varchar(254),
    chats           bigint[],
    -- The last ticket whose texts are gone, in the order of their ids.
    reached         bigint       not null default 0,
    tickets         integer      not null default 0,
    messages        integer      not null default 0,
    files           integer      not null default 0,
    mails           integer      not null default 0,
    notifications   integer      not null default 0,
    attempts        integer      not null default 0,
    next_attempt_at timestamptz  not null,
    last_error      varchar(1000),
    finished_at     timestamptz,
    check ((finished_at is null) or (address is null and chats is null))
);
create index erasure_unfinished on erasure (next_attempt_at) where finished_at is null;

-- Whose contents were removed: by an erasure, or because their time was over.
alter table inbound_mail add column emptied_at timestamptz;

-- Where a customer's data are found without reading whole tables.
create index inbound_mail_from on inbound_mail (lower(sender)) where emptied_at is null;
create index lead_notice_about on lead_notice (about);
create index outbox_of_chat on outbox (chat_id) where chat_id is not null;
-- What has had its time.
create index inbound_mail_discarded on inbound_mail (decided_at) where state = 'DISCARDED' and emptied_at is null;
create index outbox_chatter on outbox (sent_at) where kind = 'chat';
create index idempotent_request_by_age on idempotent_request using brin (created_at);

grant select, insert on erasure to ${application_role};
grant update (address, chats, reached, tickets, messages, files, mails, notifications, attempts, next_attempt_at,
    last_error, finished_at) on erasure to ${application_role};
-- The two rights that erasing needs and nothing else had: the contents of a mail, and what a customer's mails were called.
grant update (raw, emptied_at) on inbound_mail to ${application_role};
grant delete on mail_thread to ${application_role};
grant usage on all sequences in schema public to ${application_role};
