-- Certificates of overlap checks, and the end of their records: they are kept and destroyed as records of searches are.

alter table certificates drop constraint certificates_kind_check, add constraint certificates_kind_check
  check (kind in ('registration_certificate', 'search_certificate', 'overlap_certificate'));
alter table destroyed_certificates drop constraint destroyed_certificates_kind_check,
  add constraint destroyed_certificates_kind_check
  check (kind in ('registration_certificate', 'search_certificate', 'overlap_certificate'));

create or replace function refuse_stub_of_undestroyed() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from new_rows n where not coalesce(
    destroyed_now((select f.registration from filings f where f.filing_number = n.number)) or
    (select searches_destroyed_now(s.searched_at) from searches s where s.search_number = n.number) or
    (select searches_destroyed_now(c.checked_at) from overlap_checks c where c.check_number = n.number), false))
  then
    raise exception 'only what is destroyed in this transaction leaves its number and hash here'
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

drop trigger overlap_checks_append_only on overlap_checks;
create trigger overlap_checks_append_only before update or truncate on overlap_checks
  for each statement execute function refuse_change();
create trigger overlap_checks_kept after delete on overlap_checks referencing old table as gone_rows
  for each statement execute function refuse_undestroyed('searches_destroyed_now(gone.checked_at)
    and exists (select from destroyed_certificates d where d.number = gone.check_number)');

-- As it was, and the checks of lists after the searches.
create or replace function destroy_searches(by_decision uuid, rows_max integer) returns integer language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moment timestamptz;
  held bigint[];
  numbers text[];
  checks text[];
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
  select coalesce(array_agg(check_number order by check_number), '{}') into checks from (
    select check_number from overlap_checks where checked_at < moment
      and not exists (select from jsonb_array_elements(exact_hits || similar_hits) m
        where (m ->> 1)::bigint = any(held))
    limit rows_max - cardinality(numbers)) due;
  taken := cardinality(numbers) + cardinality(checks);
  insert into destructions (decision, searches_before, row_counts, sha256, complete) values (by_decision, moment,
    jsonb_build_object('searches', cardinality(numbers), 'overlapChecks', cardinality(checks), 'certificates',
      (select count(*) from certificates where number = any(numbers || checks))),
    sha256(convert_to(array_to_string(numbers || checks, ''), 'UTF8')), taken < rows_max);
  insert into destroyed_certificates (number, kind, issued_at, facts_sha256)
    select s.search_number, 'search_certificate', s.searched_at, c.facts_sha256
    from searches s left join certificates c on c.number = s.search_number where s.search_number = any(numbers)
    union all
    select o.check_number, 'overlap_certificate', o.checked_at, c.facts_sha256
    from overlap_checks o left join certificates c on c.number = o.check_number where o.check_number = any(checks);
  delete from certificates where number = any(numbers || checks);
  select min(searched_at), max(searched_at) into first_at, last_at from searches where search_number = any(numbers);
  delete from searched_keys where searched_at between first_at and last_at and search_number = any(numbers);
  delete from searches where search_number = any(numbers);
  delete from overlap_checks where check_number = any(checks);
  return taken;
end $$;
