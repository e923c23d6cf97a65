-- The versions of the search logic: which are being built, which are complete, and so which one answers.

create table search_logics (
  version text primary key check (version ~ '^[1-9][0-9]{0,3}$'),
  begun_at timestamptz not null default clock_timestamp(),
  begun_sequence bigint not null check (begun_sequence >= 0),
  keyed_sequence bigint not null default 0 check (keyed_sequence >= 0),
  completed_at timestamptz,
  check (keyed_sequence <= begun_sequence),
  check (completed_at is null or keyed_sequence = begun_sequence)
);
comment on table search_logics is 'Versions of the search logic. Searches answer by the newest that is complete.';
comment on column search_logics.begun_sequence is 'Every filing after it wrote its keys under this version itself.';
comment on column search_logics.keyed_sequence is 'Registrations filed up to it have their keys under this version.';
comment on column search_logics.completed_at is 'When every registration had its keys. Searches after it answer by this version.';

create function refuse_unbuilding() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.version <> old.version or new.begun_at <> old.begun_at or new.begun_sequence <> old.begun_sequence
    or new.keyed_sequence < old.keyed_sequence or old.completed_at is not null then
    raise exception 'a version of the search logic only goes forward, and never once it is complete'
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger search_logics_forward before update on search_logics
  for each row execute function refuse_unbuilding();
create trigger search_logics_kept before delete or truncate on search_logics
  for each statement execute function refuse_change();

-- Logic 1 is as old as the register: every filing wrote its keys under it.
insert into search_logics (version, begun_at, begun_sequence, keyed_sequence, completed_at)
  select '1', at, 0, 0, at
  from (select coalesce(min(filed_at), clock_timestamp()) as at from filings) first;

grant select on search_logics to registry_app;
grant insert (version, begun_sequence) on search_logics to registry_app;
grant update (keyed_sequence, completed_at) on search_logics to registry_app;
