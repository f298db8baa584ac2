-- What was said of the journal outside the database: the signed files are the proof, these rows find them.
create table checkpoint (
    number       integer      primary key,
    taken_at     timestamptz  not null,
    heads        integer      not null,
    root         varchar(64)  not null,
    previous     varchar(64)  not null,
    key          varchar(64)  not null,
    signature    varchar(100) not null,
    -- The entry up to which the journal was looked through, and the first transaction that had not begun then.
    looked_up_to bigint       not null,
    seen_until   bigint       not null
);

-- How far each checkpoint found each chain that had grown.
create table checkpoint_head (
    ticket     varchar(20) not null,
    sequence   integer     not null,
    hash       varchar(64) not null,
    checkpoint integer     not null references checkpoint,
    primary key (ticket, sequence)
);
create index checkpoint_head_checkpoint on checkpoint_head (checkpoint);

grant select, insert on checkpoint, checkpoint_head to ${application_role};

create trigger checkpoint_is_append_only before update or delete or truncate on checkpoint
    for each statement execute function refuse_change();
create trigger checkpoint_head_is_append_only before update or delete or truncate on checkpoint_head
    for each statement execute function refuse_change();
