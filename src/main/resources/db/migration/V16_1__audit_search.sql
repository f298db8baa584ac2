-- What auditors search by. Every index here is paid for by registrations and closures, so each has only the rows that it
-- is needed for.

-- Open tickets, newest first.
create index ticket_open on ticket (registered_at desc, id desc) where closed_at is null;

-- Closed tickets, newest first: a walk along it judges the common criteria without a look at the table.
create index closed_ticket_listed on closed_ticket (registered_at desc, ticket_id desc)
    include (closed_at, type, channel, priority, closing_reason, response_verdict);
-- Tickets that were not simply solved, what R7.2 excludes by its clauses, and broken promises: few among many.
create index closed_ticket_unsolved on closed_ticket (closing_reason, registered_at desc, ticket_id desc)
    where closing_reason <> 'SOLVED';
create index closed_ticket_excluded on closed_ticket (exclusion_clause, registered_at desc, ticket_id desc)
    where exclusion_clause is not null;
create index closed_ticket_breached on closed_ticket (registered_at desc, ticket_id desc) include (broken)
    where broken <> '{}';

-- What happened between two moments. Entries are added in the order of time, so that this index grows at its end alone.
create index journal_time on journal (recorded_at, id);
-- What a person did. What the system does by itself is in every ticket, and found by the time.
create index journal_actor on journal (actor, recorded_at, id) include (ticket) where actor not like 'system:%';
-- Kinds and clauses that are not in many tickets; class Frequent has the same lists.
create index journal_kind on journal (kind, recorded_at, id) include (ticket)
    where kind not in ('TICKET_REGISTERED', 'LICENCE_CHECKED', 'TICKET_ACKNOWLEDGED', 'PRIORITY_SET', 'TRIAGE_DECIDED',
                       'CUSTOMER_REPLIED', 'AGENT_REPLIED', 'RESOLUTION_TOLD', 'TICKET_RESOLVED', 'TICKET_CLOSED',
                       'NOTIFICATION_QUEUED');
create index journal_clause on journal (clause, recorded_at, id) include (ticket)
    where clause not in ('R1.4', 'R3.2', 'R4.2', 'R5.1', 'R5.2', 'R5.3', 'R5.4c');
