-- What the panel keeps for a while: files of a form that was not accepted yet, and forms that were.

-- Each is its customer's alone; what is older than a day is removed.
create table upload (
    key         uuid primary key,
    customer_id bigint       not null references customer,
    name        varchar(255) not null,
    size        bigint       not null,
    content     bytea        not null,
    uploaded_at timestamptz  not null
);
create index upload_of_customer on upload (customer_id, uploaded_at);
create index upload_by_age on upload (uploaded_at);

-- A form that is sent twice, by a double click or by going back, is done once: the same key with the same contents.
create table sent_form (
    customer_id   bigint      not null references customer,
    key           uuid        not null,
    contents_hash varchar(64) not null,
    ticket        varchar(20),
    sent_at       timestamptz not null,
    primary key (customer_id, key, contents_hash)
);
create index sent_form_by_age on sent_form (sent_at);

-- From a closed ticket to those that go on from it.
create index ticket_following on ticket (follows_id) where follows_id is not null;

grant select, insert, delete on upload to ${application_role};
grant select, insert, update, delete on sent_form to ${application_role};
