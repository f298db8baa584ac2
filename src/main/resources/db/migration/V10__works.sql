-- Works on the services: planned ones, which customers hear of before (R6.1), and emergency ones, of which they hear
-- afterwards (R6.2).

create sequence planned_works_number;
create sequence emergency_works_number;

create table works (
    number        varchar(20)   primary key,
    kind          varchar(10)   not null check (kind in ('PLANNED', 'EMERGENCY')),
    state         varchar(10)   not null check (state in ('PLANNED', 'APPROVED', 'RUNNING', 'OVER', 'CANCELLED')),
    -- Codes of the services concerned; none means the whole platform.
    services      varchar(40)[] not null,
    -- Whether they are not available meanwhile.
    interrupts    boolean       not null,
    -- For customers, and for everybody who looks at the status page.
    text_ru       text          not null,
    text_en       text          not null,
    revision      integer       not null,
    created_by    varchar(200)  not null,
    created_at    timestamptz   not null,
    -- Of emergency works alone: the cause, which no customer reads.
    detected_at   timestamptz,
    cause_ticket  varchar(20)   references ticket (number),
    vulnerability text,
    began_at      timestamptz,
    ended_at      timestamptz   check (ended_at >= began_at),
    cancelled_at  timestamptz,
    -- What was done, for colleagues.
    done          text,
    version       integer       not null,
    check ((kind = 'EMERGENCY') = (detected_at is not null)),
    check ((kind = 'EMERGENCY') = (cause_ticket is not null or vulnerability is not null)),
    check ((state in ('RUNNING', 'OVER')) = (began_at is not null)),
    check ((state = 'OVER') = (ended_at is not null)),
    check ((state = 'CANCELLED') = (cancelled_at is not null))
);
create index works_open on works (state) where state in ('PLANNED', 'APPROVED', 'RUNNING');
create index works_ended on works (ended_at) where ended_at is not null;
create index works_cancelled on works (cancelled_at) where cancelled_at is not null;
create index works_of_ticket on works (cause_ticket) where cause_ticket is not null;

-- Each window that planned works had or were to have, and what became of it.
create table works_window (
    id              bigint generated always as identity primary key,
    works           varchar(20)  not null references works,
    revision        integer      not null,
    starts_at       timestamptz  not null,
    ends_at         timestamptz  not null check (ends_at > starts_at),
    text_ru         text         not null,
    text_en         text         not null,
    off_peak_reason varchar(1000),
    planned_by      varchar(200) not null,
    planned_at      timestamptz  not null,
    -- Null until a shift lead has looked at it.
    approved        boolean,
    decided_by      varchar(200),
    decided_at      timestamptz,
    comment         text,
    announced_at    timestamptz,
    -- Whether everybody had been told in time; null until that was found out.
    notice_given    boolean,
    unique (works, revision),
    check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null)),
    check (announced_at is null or approved)
);

-- What customers were told of running or cancelled works since they were announced.
create table works_news (
    id      bigint generated always as identity primary key,
    works   varchar(20) not null references works,
    told_at timestamptz not null,
    text_ru text        not null,
    text_en text        not null,
    -- Until when the works go on; null when that did not change.
    ends_at timestamptz
);
create index works_news_of on works_news (works, id);

grant select, insert, update on works, works_window to ${application_role};
grant select, insert on works_news to ${application_role};
grant usage on all sequences in schema public to ${application_role};
