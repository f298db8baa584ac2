#!/bin/bash
# Runs once, on an empty PostgreSQL: makes the role that owns the desk's tables and the role that the desk runs with,
# which cannot change the journal.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set=owner_password="$SUPPORT_OWNER_PASSWORD" --set=app_password="$SUPPORT_APP_PASSWORD" <<'SQL'
create role support_owner login password :'owner_password';
create role support_app login password :'app_password';
create database support owner support_owner;
\connect support
-- The engine creates its own tables in the application's name.
grant create, usage on schema public to support_app;
SQL
