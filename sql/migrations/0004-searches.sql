-- Searches and certificates: what was asked, as of when, what was found, and what was certified.

create table searches (
  search_number text primary key check (search_number ~ '^[0-9]{20}$'),
  searched_at timestamptz not null default clock_timestamp(),
  actor bigint not null,
  account bigint not null,
  network inet,
  query jsonb not null,
  purpose text not null,
  logic text not null,
  as_of_sequence bigint not null,
  as_of_time timestamptz not null,
  matches jsonb not null,
  verification_code text not null
);
comment on table searches is 'One row a search. Append-only.';
comment on column searches.as_of_sequence is 'Every filing up to this sequence was considered, none after.';
comment on column searches.as_of_time is 'The time up to which the order was closed when the search was made.';
comment on column searches.matches is 'In order of rank: the registration and by what it was found. Its facts follow from as_of_sequence.';
create index searches_by_actor on searches (actor, searched_at);
create trigger searches_append_only before update or delete or truncate on searches
  for each statement execute function refuse_change();

create table certificates (
  number text primary key check (number ~ '^[0-9]{20}$'),
  kind text not null check (kind in ('registration_certificate', 'search_certificate')),
  issued_at timestamptz not null,
  facts bytea not null,
  facts_sha256 bytea not null check (octet_length(facts_sha256) = 32),
  stored_at timestamptz not null default clock_timestamp()
);
comment on table certificates is 'The facts of each certificate, frozen when it was first asked for. Append-only.';
comment on column certificates.facts is 'Canonical JSON (RFC 8785).';
create trigger certificates_append_only before update or delete or truncate on certificates
  for each statement execute function refuse_change();

create table form_entries (
  form_entry uuid primary key,
  owner bigint not null references users,
  security_type text not null,
  answers jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  registration_number text
);
comment on table form_entries is 'What a person has typed so far on the pages of a form. Never searchable.';
create index form_entries_by_owner on form_entries (owner, updated_at);

grant select, insert on searches, certificates to registry_app;
grant select, insert, update, delete on form_entries to registry_app;
