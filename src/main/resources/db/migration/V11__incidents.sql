-- Incidents with many tickets: what is known, what was told, and which tickets wait for which.

create sequence incident_number;

create table incident (
    number        varchar(20)   primary key,
    title_ru      varchar(200)  not null,
    title_en      varchar(200)  not null,
    -- Codes of the services; none means the whole platform.
    services      varchar(40)[] not null,
    detected_at   timestamptz   not null,
    -- Since when nothing could be reached; null when services were merely disturbed.
    down_since    timestamptz,
    down_until    timestamptz check (down_until >= down_since),
    declared_by   varchar(200)  not null,
    declared_at   timestamptz   not null,
    resolution_ru text,
    resolution_en text,
    resolved_by   varchar(200),
    resolved_at   timestamptz,
    -- When the last of its tickets was answered.
    finished_at   timestamptz,
    check ((resolved_at is null) = (resolution_ru is null) and (resolved_at is null) = (resolution_en is null))
);
create index incident_declared on incident (declared_at desc, number desc);
create index incident_open on incident (declared_at) where finished_at is null;

create table incident_update (
    id         bigint generated always as identity primary key,
    incident   varchar(20)  not null references incident,
    text_ru    text         not null,
    text_en    text         not null,
    written_by varchar(200) not null,
    written_at timestamptz  not null
);
create index incident_update_of on incident_update (incident, id desc);

-- A ticket has one incident at most. A person adds a row; a worker moves the ticket, and answers it when the incident is over.
create table incident_ticket (
    ticket_id       bigint       primary key references ticket,
    number          varchar(20)  not null,
    customer_id     bigint       not null references customer,
    incident        varchar(20)  not null references incident,
    state           varchar(10)  not null check (state in ('LINKING', 'LINKED', 'ANSWERED', 'LEFT')),
    linked_by       varchar(200) not null,
    linked_at       timestamptz  not null,
    attempts        integer      not null default 0,
    next_attempt_at timestamptz  not null,
    last_error      varchar(1000)
);
create index incident_ticket_linking on incident_ticket (next_attempt_at) where state = 'LINKING';
create index incident_ticket_linked on incident_ticket (incident, next_attempt_at) where state = 'LINKED';
create index incident_ticket_of on incident_ticket (incident, state, ticket_id);
create index incident_ticket_customer on incident_ticket (incident, customer_id);

alter table ticket add column incident varchar(20) references incident;
-- Where look-alikes are searched for.
create index ticket_linkable on ticket (service, registered_at)
    where status in ('REGISTERED', 'IN_TRIAGE', 'IN_FIRST_LINE', 'WAITING_FOR_CUSTOMER', 'IN_SECOND_LINE',
                     'WAITING_FOR_RELEASE');

grant select, insert, update on incident, incident_ticket to ${application_role};
grant select, insert on incident_update to ${application_role};
grant usage on all sequences in schema public to ${application_role};
