-- Lists that were checked for overlaps: what was asked, as of when, what was found.

create table overlap_checks (
  check_number text primary key check (check_number ~ '^[0-9]{20}$'),
  checked_at timestamptz not null default clock_timestamp(),
  actor bigint not null,
  account bigint not null,
  network inet,
  purpose text not null,
  search_logic text not null,
  similarity_rule text not null,
  as_of_sequence bigint not null,
  as_of_time timestamptz not null,
  lines jsonb not null,
  exact_hits jsonb not null,
  more_hits integer[] not null,
  similar_hits jsonb not null,
  similar_as_of_sequence bigint not null,
  similar_complete boolean not null,
  counts jsonb not null,
  verification_code text not null
);
comment on table overlap_checks is 'One row a list that was checked. Append-only.';
comment on column overlap_checks.lines is 'The lines as they were asked, in their order.';
comment on column overlap_checks.exact_hits is 'Place of the line from 0, registration, filing from which the number is listed, kinds. Facts follow from as_of_sequence.';
comment on column overlap_checks.more_hits is 'Places of lines whose number more registrations list than are told.';
comment on column overlap_checks.similar_hits is 'Place of the line, registration, share of its terms in percent, which text of the registration.';
comment on column overlap_checks.similar_as_of_sequence is 'Texts were compared as of this sequence: they follow the order, at times some seconds behind.';
create index overlap_checks_by_actor on overlap_checks (actor, checked_at);
create trigger overlap_checks_append_only before update or delete or truncate on overlap_checks
  for each statement execute function refuse_change();

grant select, insert on overlap_checks to registry_app;
