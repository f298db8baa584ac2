-- What the three channels share: how a customer is reached, what a mail repeats, and an outbox that also speaks in chats.

-- Where customers are written to first, and how the control panel knows them.
alter table customer
    add column preferred_channel varchar(10)  not null default 'EMAIL' check (preferred_channel in ('EMAIL', 'TELEGRAM')),
    add column chat_id           bigint unique,
    add column provider          varchar(100),
    add column subject           varchar(255),
    add check ((provider is null) = (subject is null));
create unique index customer_of_provider on customer (provider, subject);

-- Codes that link a chat to a customer; each works once, and the database knows its hash only.
create table chat_code (
    code_hash   varchar(64) primary key,
    customer_id bigint      not null references customer,
    expires_at  timestamptz not null
);

-- Earlier mails and signatures that a mail repeats: kept, and shown folded.
alter table ticket add column quoted text;
alter table message add column quoted text;

-- A row with a chat goes there; should the chat be gone, the same row goes to the recipient by mail.
alter table outbox
    alter column ticket drop not null,
    alter column recipient drop not null,
    add column chat_id bigint,
    add column buttons text,
    add column in_reply_to varchar(998),
    add check (recipient is not null or chat_id is not null);
-- How many mails a machine at the other end could have provoked lately.
create index outbox_chat on outbox (chat_id, id) where sent_at is null and chat_id is not null;
create index outbox_stranger on outbox (created_at) where kind = 'unknown-sender';
create index outbox_recipient on outbox (recipient, created_at);

-- What the customer's own mails on a ticket were called, so that ours join their thread.
create table mail_thread (
    id         bigint generated always as identity primary key,
    ticket     varchar(20)  not null,
    address    varchar(254) not null,
    message_id varchar(998) not null,
    came_at    timestamptz  not null
);
create index mail_thread_of on mail_thread (ticket, address, id desc);

-- Keys that the desk makes for itself at its first start.
create table desk_secret (
    name  varchar(40) primary key,
    value bytea       not null
);

-- What shift leads are to be told; many at once become one mail.
create table lead_notice (
    id         bigint generated always as identity primary key,
    key        varchar(120) not null unique,
    about      varchar(20)  not null,
    kind       varchar(40)  not null,
    recipient  varchar(254) not null,
    language   varchar(2)   not null,
    clause     varchar(20),
    subject    varchar(500) not null,
    body       text         not null,
    created_at timestamptz  not null,
    told_at    timestamptz
);
create index lead_notice_waiting on lead_notice (recipient, id) where told_at is null;
create index lead_notice_told on lead_notice (recipient, told_at) where told_at is not null;

grant select, insert, update, delete on chat_code to ${application_role};
grant select, insert on mail_thread, desk_secret to ${application_role};
grant select, insert, update on lead_notice to ${application_role};
grant usage on all sequences in schema public to ${application_role};
