-- What is told to many at once, and when what was not available.

-- One thing that many customers are told: their mails are queued batch by batch, each customer once.
create table circular (
    key         varchar(120) primary key,
    about       varchar(20)  not null,
    kind        varchar(40)  not null,
    audience    varchar(40)  not null,
    -- What the texts need, by language: {"ru": {...}, "en": {...}}.
    texts       text         not null,
    calendar    text,
    created_at  timestamptz  not null,
    -- The last customer whose mail is queued, in the order of their ids.
    reached     bigint       not null default 0,
    queued      integer      not null default 0,
    finished_at timestamptz
);
create index circular_unfinished on circular (created_at) where finished_at is null;
create index circular_about on circular (about, created_at);

alter table outbox add column circular varchar(120) references circular;
create index outbox_circular on outbox (circular, sent_at) where circular is not null;

-- A stretch of time in which a service, or the whole platform, was not available (R7.1). Open while it lasts.
create table downtime (
    id         bigint generated always as identity primary key,
    reference  varchar(20) not null,
    -- Null: the whole platform.
    service    varchar(40),
    started_at timestamptz not null,
    ended_at   timestamptz check (ended_at >= started_at)
);
create unique index downtime_reference on downtime (reference, coalesce(service, ''));
create index downtime_time on downtime (started_at, ended_at);

-- What R7.2 excludes, and who decided so: the latest decision counts, none is ever changed. Without a code it counts again.
create table downtime_exclusion (
    id          bigint generated always as identity primary key,
    downtime_id bigint        not null references downtime,
    exclusion   varchar(40),
    clause      varchar(20),
    decision    varchar(60),
    reason      varchar(1000) not null,
    decided_by  varchar(200)  not null,
    decided_at  timestamptz   not null,
    check ((exclusion is null) = (clause is null))
);
create index downtime_exclusion_of on downtime_exclusion (downtime_id, id desc);

grant select, insert, update on circular, downtime to ${application_role};
grant select, insert on downtime_exclusion to ${application_role};
grant usage on all sequences in schema public to ${application_role};
create trigger downtime_exclusion_is_append_only before update or delete or truncate on downtime_exclusion
    for each statement execute function refuse_change();
