/** The database: a PostgreSQL that starts by itself when none is configured, and the guard over its append-only tables. */
package com.leecyber.support.database;
