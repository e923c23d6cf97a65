-- What registrations say of their collateral in words, for search in texts. Derived from filings behind their order,
-- and filled anew at will.

create table collateral_texts (
  registration bigint not null,
  from_sequence bigint not null,
  until_sequence bigint,
  descriptions text[] not null,
  items text[] not null,
  folded text not null,
  terms integer[] not null,
  primary key (registration, from_sequence)
);
comment on table collateral_texts is 'The text index: descriptions and items of the collateral of a registration, a row a time in which they were the same.';
comment on column collateral_texts.items is 'Name, model, goods, maker and place of each item in a line, each line once. No parties.';
comment on column collateral_texts.folded is 'As it is compared: see src/collateral-texts/folded-text.ts.';
comment on column collateral_texts.terms is 'Words, characters and pairs of characters of it as numbers: they narrow, what is folded decides.';
-- No list of entries that wait to be merged: a search would have to read through it.
create index collateral_texts_by_term on collateral_texts using gin (terms) with (fastupdate = off)
  where until_sequence is null;

-- What was filed before is followed too.
insert into followers (name, sequence) values ('index-collateral-texts', 0);

grant select, insert, update (until_sequence) on collateral_texts to registry_app;

-- Destroyed with its registration; all else is as it was.
create or replace function destroy_registration(of_registration bigint, by_decision uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  number text;
  logged destructions%rowtype;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a destruction is judged on what is committed: use read committed';
  end if;
  -- Who derives texts from content holds this row meanwhile. It is waited for before the filing lock is taken.
  perform from followers where name = 'index-collateral-texts' for update;
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
  delete from collateral_texts where registration = of_registration;
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
