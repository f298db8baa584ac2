-- The journal keeps a salted digest of each text, never the text. The salt stands beside the text and goes with it when it
-- is erased; texts that were written before have none.
alter table ticket add column salt varchar(32);
alter table message add column salt varchar(32);
