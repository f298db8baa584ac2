-- What the bot was told, what it is in the middle of, and files that it has yet to fetch.

-- Committed before Telegram is told that it arrived, and worked off afterwards: in order within a chat, each once.
create table telegram_update (
    update_id       bigint primary key,
    chat_id         bigint,
    raw             text        not null,
    came_at         timestamptz not null,
    state           varchar(10) not null check (state in ('WAITING', 'DONE', 'FAILED')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_error      varchar(1000)
);
create index telegram_update_waiting on telegram_update (update_id) where state = 'WAITING';
create index telegram_update_of_chat on telegram_update (chat_id, update_id) where state = 'WAITING';
create index telegram_update_failed on telegram_update (update_id) where state = 'FAILED';
create index telegram_update_came on telegram_update (came_at);

-- Where each conversation stands, so that it goes on after a restart and on any node.
create table telegram_dialogue (
    chat_id     bigint primary key,
    customer_id bigint      not null references customer,
    draft       bigint      not null,
    step        varchar(15) not null,
    type        varchar(10),
    service     varchar(40),
    subject     varchar(200),
    description text,
    ticket      varchar(20),
    album       varchar(100)
);

-- A file stays with Telegram until the request that it belongs to is sent; then it is fetched, again and again if need be.
create table telegram_file (
    update_id       bigint primary key,
    chat_id         bigint       not null,
    file_id         text         not null,
    name            text         not null,
    ticket          varchar(20),
    state           varchar(10)  not null check (state in ('WAITING', 'STORED', 'FAILED')),
    attempts        integer      not null default 0,
    next_attempt_at timestamptz  not null,
    last_error      varchar(1000)
);
create index telegram_file_of_draft on telegram_file (chat_id) where ticket is null;
create index telegram_file_due on telegram_file (next_attempt_at) where state = 'WAITING' and ticket is not null;

-- Whoever guesses codes has to wait.
create table telegram_wrong_code (
    id      bigint generated always as identity primary key,
    chat_id bigint      not null,
    said_at timestamptz not null
);
create index telegram_wrong_code_of on telegram_wrong_code (chat_id, said_at);

grant select, insert, update, delete on telegram_update, telegram_dialogue, telegram_file, telegram_wrong_code
    to ${application_role};
grant usage on all sequences in schema public to ${application_role};
