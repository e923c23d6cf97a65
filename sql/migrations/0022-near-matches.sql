-- The index of near matches: derived from the filings by the follower index-names, never part of a certified answer.

create table debtor_names (
  debtor_name bigint generated always as identity primary key,
  key_digest bytea not null unique check (octet_length(key_digest) = 16),
  key text not null,
  name text not null check (length(name) <= 200),
  folded text not null,
  terms tsvector not null
);
comment on table debtor_names is 'Each name under which an organisation was ever registered as debtor, or as a debtor''s parent, once a search key; for near matches. Names of individuals are not here.';
comment on column debtor_names.debtor_name is 'In the order of indexing, which statistics go by.';
comment on column debtor_names.key_digest is 'As in debtor_keys, by which it is looked up what is in effect under the name.';
comment on column debtor_names.folded is 'The name in simplified characters as names are compared: see src/near-matches/read-name.ts.';
comment on column debtor_names.terms is 'Pairs of neighbouring characters and what else finds it: see src/near-matches/name-terms.ts.';
create index debtor_names_by_term on debtor_names using gin (terms) with (fastupdate = off);

create table debtor_name_terms (
  term text primary key,
  names bigint not null
);
comment on table debtor_name_terms is 'How many names have each term. Statistics: they decide how a near match is looked for, not whether it is one.';

create table debtor_name_count (
  counted_up_to bigint not null,
  names bigint not null
);
comment on table debtor_name_count is 'One row: up to which debtor_name terms are counted, and how many names that was.';
insert into debtor_name_count values (0, 0);

create table asset_numbers (
  key_digest bytea primary key check (octet_length(key_digest) = 16),
  key text not null,
  look_digest bytea not null check (octet_length(look_digest) = 16)
);
comment on table asset_numbers is 'Each asset identifier that was ever registered, for near matches.';
comment on column asset_numbers.key_digest is 'As in asset_keys, by which it is looked up what is in effect under it.';
comment on column asset_numbers.look_digest is 'Digest of the key with look-alike letters and digits (O 0, I 1, S 5 …) as one.';
create index asset_numbers_by_look on asset_numbers (look_digest);

-- What was filed before there was an index is indexed from the beginning.
insert into followers values ('index-names', 0);

-- A name goes with the last registration that had it: keys are deleted by a destruction only.
create function forget_debtor_names() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from debtor_names n using (select distinct key_digest from gone_rows) gone
    where n.key_digest = gone.key_digest and not exists (select from debtor_keys k where k.key_digest = n.key_digest);
  return null;
end $$;
create trigger debtor_names_forgotten after delete on debtor_keys referencing old table as gone_rows
  for each statement execute function forget_debtor_names();

create function forget_asset_numbers() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from asset_numbers n using (select distinct key_digest from gone_rows) gone
    where n.key_digest = gone.key_digest and not exists (select from asset_keys k where k.key_digest = n.key_digest);
  return null;
end $$;
create trigger asset_numbers_forgotten after delete on asset_keys referencing old table as gone_rows
  for each statement execute function forget_asset_numbers();

grant select, insert on debtor_names, asset_numbers to registry_app;
grant select, insert, update on debtor_name_terms to registry_app;
grant select, update on debtor_name_count to registry_app;
