-- What a closed ticket amounts to, computed from its facts and journal: searches, figures and plots read this alone.

-- Closed, and its figures are yet to be computed: written in the transaction that closes the ticket.
create table closed_ticket_due (
    ticket_id bigint primary key references ticket
);

create table closed_ticket (
    ticket_id         bigint        primary key references ticket,
    number            varchar(20)   not null,
    customer_id       bigint        not null references customer,
    channel           varchar(10)   not null,
    type              varchar(10)   not null,
    service           varchar(40)   not null,
    priority          varchar(2),
    closing_reason    varchar(30)   not null,
    -- What R7.2 excludes, and by which of its clauses.
    exclusion         varchar(40),
    exclusion_clause  varchar(20),
    incident          varchar(20),
    registered_at     timestamptz   not null,
    closed_at         timestamptz   not null,
    -- From registration to closure (R5.4a promises nothing of it).
    resolution_seconds bigint       not null,
    -- How much of it the customer had the word (R5.2).
    waited_seconds    bigint        not null,
    -- The first response (R3.2): what was promised, when it came, and how that stood against the promise.
    window_seconds    bigint        not null,
    window_clause     varchar(20)   not null,
    window_rule       varchar(60),
    window_decision   varchar(60),
    response_due_at   timestamptz   not null,
    response_at       timestamptz,
    response_verdict  varchar(10)   not null check (response_verdict in ('MET', 'BREACHED', 'RELEASED')),
    -- Who gave it.
    response_by       varchar(200),
    -- The kinds of all its broken promises, the first response included; one name for each that was broken.
    broken            text[]        not null,
    escalated         boolean       not null,
    moved_to_panel    boolean       not null,
    -- People who acted on it, without customers and the system; clauses that its journal names.
    agents            text[]        not null,
    clauses           text[]        not null,
    -- The version of the program that computed it: a newer one computes it again.
    computed_by       integer       not null,
    computed_at       timestamptz   not null
);
create index closed_ticket_time on closed_ticket (closed_at, ticket_id);
create index closed_ticket_registered on closed_ticket (registered_at);
create index closed_ticket_customer on closed_ticket (customer_id, ticket_id desc);
create index closed_ticket_agents on closed_ticket using gin (agents);
create index closed_ticket_clauses on closed_ticket using gin (clauses);
create index closed_ticket_outside on closed_ticket (closed_at) where exclusion is not null;
create index closed_ticket_broken on closed_ticket (ticket_id desc) where broken <> '{}';

-- What each agent did on closed tickets.
create table closed_ticket_agent (
    ticket_id bigint       not null references closed_ticket on delete cascade,
    agent     varchar(200) not null,
    closed_at timestamptz  not null,
    -- Tasks completed with a decision, messages to the customer, notes.
    decisions integer      not null,
    replies   integer      not null,
    notes     integer      not null,
    primary key (ticket_id, agent)
);
create index closed_ticket_agent_of on closed_ticket_agent (agent, closed_at);

-- How long closed tickets stayed at each element of each version of a diagram, by the desk's day of their closure.
create table step_day (
    day      date          not null,
    diagram  varchar(64)   not null,
    version  integer       not null,
    element  varchar(255)  not null,
    channel  varchar(10)   not null,
    type     varchar(10)   not null,
    priority varchar(2)    not null,
    visits   bigint        not null,
    seconds  bigint        not null,
    primary key (day, diagram, version, element, channel, type, priority)
);

insert into closed_ticket_due select id from ticket where closed_at is not null;

grant select, insert, update, delete on closed_ticket_due, closed_ticket, closed_ticket_agent, step_day to ${application_role};
