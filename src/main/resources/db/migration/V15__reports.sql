-- What a closed ticket amounts to, computed from its facts and journal: searches, figures and plots read this alone.

-- Closed, and its figures are yet to be computed: written in the transaction that closes the ticket.
create table closed_ticket_due (
    ticket_id       bigint      primary key references ticket,
    next_attempt_at timestamptz not null default '-infinity',
    attempts        integer     not null default 0,
    last_error      varchar(1000)
);
create index closed_ticket_due_next on closed_ticket_due (next_attempt_at, ticket_id);

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
    -- The same in days of the desk's zone, by which figures count.
    registered_day    date          not null,
    closed_day        date          not null,
    -- From registration to closure (R5.4a promises nothing of it).
    resolution_seconds bigint       not null,
    -- How much of it the customer had the word (R5.2).
    waited_seconds    bigint        not null,
    -- The steps of a ladder of durations that all of it, and all but the waiting, stand on.
    resolution_step   smallint      not null,
    worked_step       smallint      not null,
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
    -- The kinds of its broken promises, the first response included, each once.
    broken            text[]        not null,
    escalated         boolean       not null,
    moved_to_panel    boolean       not null,
    -- People who acted on it, without customers and the system; clauses that its journal names.
    agents            text[]        not null,
    clauses           text[]        not null,
    -- Whether step_day has its steps: they are added once, as the engine forgets them in time.
    steps_counted     boolean       not null,
    -- The version of the program that computed it: a newer one computes it again.
    computed_by       integer       not null,
    computed_at       timestamptz   not null
);
create index closed_ticket_time on closed_ticket (closed_at, ticket_id);
create index closed_ticket_customer on closed_ticket (customer_id, ticket_id desc);
create index closed_ticket_agents on closed_ticket using gin (agents);
create index closed_ticket_clauses on closed_ticket using gin (clauses);
create index closed_ticket_computed on closed_ticket (computed_by, ticket_id);
-- All that figures of many tickets need: a year of a million is read from here, and not from the table.
create index closed_ticket_figures on closed_ticket (closed_day) include (registered_day, channel, type, priority,
    service, closing_reason, resolution_step, worked_step, resolution_seconds, waited_seconds);

-- Each promise of a closed ticket that was broken, and who had the ticket meanwhile.
create table closed_ticket_breach (
    ticket_id         bigint      not null references closed_ticket on delete cascade,
    promise           integer     not null,
    kind              varchar(20) not null,
    -- Who was to keep it.
    line              varchar(15) not null check (line in ('FIRST_LINE', 'SECOND_LINE', 'OPERATIONS')),
    -- Whether it was kept at all, too late.
    kept              boolean     not null,
    closed_day        date        not null,
    channel           varchar(10) not null,
    type              varchar(10) not null,
    service           varchar(40) not null,
    priority          varchar(2),
    -- By how much the deadline was missed.
    late_seconds      bigint      not null,
    -- From the promise to its end: until somebody of the desk first acted, while the customer had the word, and the rest.
    untouched_seconds bigint      not null,
    waited_seconds    bigint      not null,
    worked_seconds    bigint      not null,
    primary key (ticket_id, promise)
);
create index closed_ticket_breach_day on closed_ticket_breach (closed_day);

-- What each agent did on closed tickets.
create table closed_ticket_agent (
    ticket_id      bigint       not null references closed_ticket on delete cascade,
    agent          varchar(200) not null,
    closed_at      timestamptz  not null,
    closed_day     date         not null,
    channel        varchar(10)  not null,
    type           varchar(10)  not null,
    service        varchar(40)  not null,
    priority       varchar(2),
    -- Tasks completed with a decision, messages to the customer, notes.
    decisions      integer      not null,
    replies        integer      not null,
    notes          integer      not null,
    -- How the first response stood against its promise, if this agent gave it.
    response       varchar(10),
    primary key (ticket_id, agent)
);
create index closed_ticket_agent_of on closed_ticket_agent (agent, closed_at);
create index closed_ticket_agent_figures on closed_ticket_agent (closed_day) include (agent, channel, type, priority,
    service, decisions, replies, notes, response);

-- How many closed tickets of a day of the desk's zone were alike, and how their first responses stood: the sums over
-- closed_ticket that most figures ask for, kept with it in the same transactions.
create table response_day (
    day            date        not null,
    channel        varchar(10) not null,
    type           varchar(10) not null,
    priority       varchar(2)  not null,
    service        varchar(40) not null,
    window_clause  varchar(20) not null,
    window_seconds bigint      not null,
    tickets        integer     not null,
    -- Without a licence no response is owed: the verdicts are those of the others.
    no_licence     integer     not null,
    met            integer     not null,
    breached       integer     not null,
    released       integer     not null,
    escalated      integer     not null,
    primary key (day, channel, type, priority, service, window_clause, window_seconds)
);

-- How long closed tickets stayed at each element of each version of a diagram, by the desk's day of their closure.
create table step_day (
    day      date          not null,
    diagram  varchar(64)   not null,
    version  integer       not null,
    element  varchar(255)  not null,
    channel  varchar(10)   not null,
    type     varchar(10)   not null,
    priority varchar(2)    not null,
    service  varchar(40)   not null,
    visits   bigint        not null,
    seconds  bigint        not null,
    primary key (day, diagram, version, element, channel, type, priority, service)
);

insert into closed_ticket_due (ticket_id) select id from ticket where closed_at is not null;

grant select, insert, update, delete on closed_ticket_due, closed_ticket, closed_ticket_breach, closed_ticket_agent,
    response_day, step_day to ${application_role};
