-- A program may work in the name of one of the desk's people, for a limited time.
alter table api_client
    add column staff      varchar(64),
    add column expires_at timestamptz,
    add check (role <> 'DEPLOYMENTS' or (staff is not null and expires_at is not null));
