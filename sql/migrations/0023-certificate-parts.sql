-- Certificates of very many matches: their facts in pieces, and their PDF in parts that are made in the background.

alter table certificates add column matches_apart integer check (matches_apart > 0);
comment on column certificates.matches_apart is 'So many matches stand in certificate_matches: in their place the facts here have an empty list; the hash is that of the whole.';

create table certificate_matches (
  search_number text not null references searches on delete cascade,
  piece integer not null check (piece >= 0),
  match_count integer not null check (match_count > 0),
  objected_count integer not null check (objected_count between 0 and match_count),
  matches bytea not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  primary key (search_number, piece)
);
comment on table certificate_matches is 'The matches of certificates that have very many, in pieces by rank. Append-only once the certificate is frozen.';
comment on column certificate_matches.matches is 'Canonical JSON (RFC 8785): the members of the list, without its brackets.';
comment on column certificate_matches.objected_count is 'How many of them had open objections.';
create trigger certificate_matches_append_only before update or truncate on certificate_matches
  for each statement execute function refuse_change();
-- Pieces of a certificate that is not frozen yet may go: a registration in them may be destroyed before it is.
create trigger certificate_matches_kept after delete on certificate_matches referencing old table as gone_rows
  for each statement execute function refuse_undestroyed('not exists (select from certificates c
    where c.number = gone.search_number)');

create table certificate_preparations (
  search_number text primary key references searches on delete cascade,
  parts integer not null check (parts > 0),
  requested_at timestamptz not null default clock_timestamp(),
  taken_until timestamptz not null default '-infinity',
  finished_at timestamptz
);
comment on table certificate_preparations is 'Certificates in parts that were asked for: made by whoever takes them, one step at a time.';
comment on column certificate_preparations.taken_until is 'Until then a process is at work on it; if it died, another goes on after.';
create index certificate_preparations_open on certificate_preparations (taken_until) where finished_at is null;

create table certificate_parts (
  search_number text not null references certificate_preparations on delete cascade,
  part integer not null check (part > 0),
  pdf bytea not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  made_at timestamptz not null default clock_timestamp(),
  primary key (search_number, part)
);
comment on table certificate_parts is 'The PDF of each part, kept for a while: it follows from the frozen facts and is made again when it is asked for later.';
alter table certificate_parts alter column pdf set storage external;
create index certificate_parts_by_time on certificate_parts (made_at);

grant select, insert, delete on certificate_matches, certificate_parts to registry_app;
grant select, insert, update, delete on certificate_preparations to registry_app;
