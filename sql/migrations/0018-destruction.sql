-- What lets the content of filings, certificates and search records go; nothing else does. Filings stay, with their
-- numbers and hashes.

create function destroyed_now(of_registration bigint) returns boolean language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from destructions
    where transaction = pg_current_xact_id() and registration = of_registration)
$$;

create function searches_destroyed_now(of_time timestamptz) returns boolean language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from destructions
    where transaction = pg_current_xact_id() and searches_before > of_time)
$$;

-- Rows go only with what is destroyed in this very transaction. The trigger says the condition on a row "gone".
create function refuse_undestroyed() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  refused boolean;
begin
  execute format('select exists (select from gone_rows gone where (%s) is not true)', tg_argv[0]) into refused;
  if refused then
    raise exception 'rows of % are never deleted, but by a destruction that two people decided', tg_table_name
      using errcode = 'restrict_violation', hint = 'See destroy_registration and destroy_searches.';
  end if;
  return null;
end $$;

-- Of what is logged only the words are emptied, and only with the registration that is destroyed in this transaction.
create function refuse_change_but_emptying() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  refused boolean;
begin
  execute format('select exists (select from rows_after n where not exists (select from rows_before w
    where to_jsonb(w) - $1 = to_jsonb(n) - $1 and destroyed_now(%s)))', tg_argv[0])
    into refused using string_to_array(tg_argv[1], ',');
  if refused then
    raise exception 'rows of % are never changed: update refused', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create function refuse_stub_of_undestroyed() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from new_rows n where not coalesce(
    destroyed_now((select f.registration from filings f where f.filing_number = n.number)) or
    (select searches_destroyed_now(s.searched_at) from searches s where s.search_number = n.number), false))
  then
    raise exception 'only what is destroyed in this transaction leaves its number and hash here'
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger destroyed_certificates_judged after insert on destroyed_certificates
  referencing new table as new_rows for each statement execute function refuse_stub_of_undestroyed();
create trigger destroyed_certificates_append_only before update or delete or truncate on destroyed_certificates
  for each statement execute function refuse_change();

drop trigger filing_contents_append_only on filing_contents;
create trigger filing_contents_append_only before update or truncate on filing_contents
  for each statement execute function refuse_change();
create trigger filing_contents_kept after delete on filing_contents referencing old table as gone_rows
  for each statement execute function refuse_undestroyed('destroyed_now((select registration from filings f
    where f.sequence = gone.sequence))');

drop trigger certificates_append_only on certificates;
create trigger certificates_append_only before update or truncate on certificates
  for each statement execute function refuse_change();
create trigger certificates_kept after delete on certificates referencing old table as gone_rows for each statement
  execute function refuse_undestroyed('exists (select from destroyed_certificates d where d.number = gone.number
    and d.facts_sha256 = gone.facts_sha256)');

drop trigger searches_append_only on searches;
create trigger searches_append_only before update or truncate on searches
  for each statement execute function refuse_change();
create trigger searches_kept after delete on searches referencing old table as gone_rows for each statement
  execute function refuse_undestroyed('searches_destroyed_now(gone.searched_at)
    and exists (select from destroyed_certificates d where d.number = gone.search_number)');

drop trigger notices_append_only on notices;
create trigger notices_append_only before update or truncate on notices
  for each statement execute function refuse_change();
create trigger notices_kept after delete on notices referencing old table as gone_rows for each statement
  execute function refuse_undestroyed('destroyed_now((select registration from filings f
    where f.filing_number = gone.registration_number))');

drop trigger filing_attachments_append_only on filing_attachments;
create trigger filing_attachments_append_only before update or truncate on filing_attachments
  for each statement execute function refuse_change();
create trigger filing_attachments_kept after delete on filing_attachments referencing old table as gone_rows
  for each statement execute function refuse_undestroyed('destroyed_now(gone.registration)');

drop trigger discharge_demands_append_only on discharge_demands;
create trigger discharge_demands_append_only before update or truncate on discharge_demands
  for each statement execute function refuse_change();
create trigger discharge_demands_kept after delete on discharge_demands referencing old table as gone_rows
  for each statement execute function refuse_undestroyed('destroyed_now(gone.registration)');

drop trigger decisions_append_only on decisions;
create trigger decisions_append_only before delete or truncate on decisions
  for each statement execute function refuse_change();
create trigger decisions_kept after update on decisions referencing old table as rows_before new table as rows_after
  for each statement execute function refuse_change_but_emptying('w.registration', 'content');

drop trigger decision_votes_append_only on decision_votes;
create trigger decision_votes_append_only before delete or truncate on decision_votes
  for each statement execute function refuse_change();
create trigger decision_votes_kept after update on decision_votes
  referencing old table as rows_before new table as rows_after for each statement
  execute function refuse_change_but_emptying(
    '(select d.registration from decisions d where d.decision = w.decision)', 'reason');

create trigger legal_holds_append_only before delete or truncate on legal_holds
  for each statement execute function refuse_change();
create trigger legal_holds_kept after update on legal_holds
  referencing old table as rows_before new table as rows_after for each statement
  execute function refuse_change_but_emptying('w.registration', 'reason,document');

-- Destroys what a registration says, in one transaction with its log. Filings, with numbers and commitments, and the
-- audit stay. The filing lock keeps any act on it from being judged meanwhile.
create function destroy_registration(of_registration bigint, by_decision uuid) returns boolean language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  number text;
  logged destructions%rowtype;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a destruction is judged on what is committed: use read committed';
  end if;
  perform pg_advisory_xact_lock(7203110411);
  if exists (select from destructions where registration = of_registration) then
    return false;
  end if;
  select filing_number into number from filings where sequence = of_registration and kind = 'initial';
  insert into destructions (decision, registration, row_counts, sha256, complete) values (by_decision, of_registration,
    jsonb_build_object(
      'filingContents', (select count(*) from filing_contents join filings using (sequence)
        where registration = of_registration),
      'certificates', (select count(*) from certificates c join filings f on f.filing_number = c.number
        where f.registration = of_registration),
      'attachments', (select count(*) from filing_attachments where registration = of_registration),
      'searchKeys', (select count(*) from debtor_keys where registration = of_registration)
        + (select count(*) from asset_keys where registration = of_registration),
      'dischargeDemands', (select count(*) from discharge_demands where registration = of_registration),
      'notices', (select count(*) from notices where registration_number = number)),
    (select sha256(string_agg(commitment, ''::bytea order by sequence)) from filings
      where registration = of_registration),
    true)
    returning * into logged;

  insert into destroyed_certificates (number, kind, issued_at, facts_sha256)
    select f.filing_number, 'registration_certificate', f.filed_at, c.facts_sha256
    from filings f left join certificates c on c.number = f.filing_number where f.registration = of_registration;
  delete from certificates c using filings f where f.registration = of_registration and c.number = f.filing_number;
  delete from filing_contents c using filings f where f.registration = of_registration and c.sequence = f.sequence;

  -- What no other filing names is removed by the job that removes unnamed attachments.
  delete from filing_attachments where registration = of_registration;
  delete from registrations where registration = of_registration;
  delete from debtor_keys where registration = of_registration;
  delete from asset_keys where registration = of_registration;
  delete from objections where registration = of_registration;
  delete from modification_codes where registration = of_registration;
  delete from imported_lines where registration = of_registration;
  delete from discharge_demands where registration = of_registration;
  delete from code_replacements where registration = of_registration;
  -- What a batch says of its acts is about all of its registrations: it goes with the last of them.
  with line as (delete from batch_lines where registration = of_registration returning batch, place)
    delete from batches b using line where b.batch = line.batch and not exists (select from batch_lines other
      where other.batch = line.batch and (other.batch, other.place) not in (select batch, place from line));

  delete from modification_code_failures where registration_number = number;
  delete from act_drafts where registration_number = number;
  delete from form_entries where registration_number = number;
  delete from notice_reads r using notices n where n.registration_number = number and r.notice = n.notice;
  delete from notices where registration_number = number;

  update decision_votes v set reason = null from decisions d
    where d.registration = of_registration and v.decision = d.decision and v.reason is not null;
  update decisions set content = '{}' where registration = of_registration and kind <> 'destruction';
  update legal_holds set reason = null, document = null where registration = of_registration;

  insert into audit_events (user_id, act, subject) values (logged.second_user, 'registration.destroyed', number);
  return true;
end $$;
comment on function destroy_registration is 'The only way in which the content of filings ends. False: it was destroyed before.';

-- Destroys search records of before the moment that the decision says, at most so many at once; those that found a
-- registration on which a legal hold stands are passed over.
create function destroy_searches(by_decision uuid, rows_max integer) returns integer language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moment timestamptz;
  held bigint[];
  numbers text[];
  taken integer;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a destruction is judged on what is committed: use read committed';
  end if;
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
  delete from searches where search_number = any(numbers);
  return taken;
end $$;

revoke all on function destroy_registration(bigint, uuid), destroy_searches(uuid, integer) from public;
grant execute on function destroy_registration(bigint, uuid), destroy_searches(uuid, integer) to registry_app;
