-- Which debtors were asked for by the searches of whole days: for those who may know how often they were, and for the
-- registrar. Derived from searches behind them, and filled anew at will.

create table searched_keys (
  key_digest bytea not null check (octet_length(key_digest) = 16),
  searched_at timestamptz not null,
  search_number text not null,
  account bigint not null,
  purpose text not null,
  primary key (key_digest, searched_at, search_number) include (account, purpose)
);
comment on table searched_keys is 'One row a debtor key that a search asked for. Destroyed with its search.';
comment on column searched_keys.key_digest is 'As in debtor_keys: of a number, or of a name under a version of the logic.';
comment on column searched_keys.account is 'Whose search it was. Never shown to the debtor.';
create index searched_keys_by_time on searched_keys using brin (searched_at) with (pages_per_range = 32);

create table searches_followed (
  only_row boolean primary key default true check (only_row),
  until timestamptz not null
);
comment on table searches_followed is 'One row: every search before this moment has its rows in searched_keys.';
insert into searches_followed (until)
  select date_trunc('day', coalesce(min(searched_at), clock_timestamp()) at time zone 'Asia/Shanghai')
    at time zone 'Asia/Shanghai' from searches;

grant select, insert on searched_keys to registry_app;
grant select, update (until) on searches_followed to registry_app;

-- Destroyed with their searches; all else is as it was.
create or replace function destroy_searches(by_decision uuid, rows_max integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moment timestamptz;
  held bigint[];
  numbers text[];
  taken integer;
  first_at timestamptz;
  last_at timestamptz;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a destruction is judged on what is committed: use read committed';
  end if;
  -- Who follows searches holds this row meanwhile: nothing is derived of a search that is destroyed.
  perform from searches_followed for update;
  select (content ->> 'searchedBefore')::timestamptz into moment from decisions where decision = by_decision for update;
  if exists (select from destructions where decision = by_decision and complete) then
    return 0;
  end if;
  lock table legal_holds in share mode;
  select coalesce(array_agg(h.registration), '{}') into held from legal_holds h where h.kind = 'placed'
    and not exists (select from legal_holds l where l.legal_hold = h.legal_hold and l.kind = 'lifted');
  select coalesce(array_agg(search_number order by search_number), '{}') into numbers from (
    select search_number from searches where searched_at < moment
      and not exists (select from jsonb_array_elements(matches) m where (m ->> 0)::bigint = any(held))
    limit rows_max) due;
  taken := cardinality(numbers);
  insert into destructions (decision, searches_before, row_counts, sha256, complete) values (by_decision, moment,
    jsonb_build_object('searches', taken, 'certificates',
      (select count(*) from certificates where number = any(numbers))),
    sha256(convert_to(array_to_string(numbers, ''), 'UTF8')), taken < rows_max);
  insert into destroyed_certificates (number, kind, issued_at, facts_sha256)
    select s.search_number, 'search_certificate', s.searched_at, c.facts_sha256
    from searches s left join certificates c on c.number = s.search_number where s.search_number = any(numbers);
  delete from certificates where number = any(numbers);
  select min(searched_at), max(searched_at) into first_at, last_at from searches where search_number = any(numbers);
  delete from searched_keys where searched_at between first_at and last_at and search_number = any(numbers);
  delete from searches where search_number = any(numbers);
  return taken;
end $$;
