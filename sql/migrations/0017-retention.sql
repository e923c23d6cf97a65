-- After the end a registration is kept for fifteen years, and then destroyed by two people unless a legal hold stops
-- it: the holds, the log, and what judges. What lets rows go is in the next migration.

create table legal_holds (
  event bigint generated always as identity primary key,
  legal_hold uuid not null,
  registration bigint not null references filings,
  kind text not null check (kind in ('placed', 'lifted')),
  reason text,
  document text,
  user_id bigint not null references users,
  network inet,
  at timestamptz not null default clock_timestamp(),
  unique (legal_hold, kind)
);
comment on table legal_holds is 'Holds that stop the destruction of a registration: one row when it is placed, one when it is lifted. Append-only.';
comment on column legal_holds.reason is 'Null once the registration was destroyed.';
create index legal_holds_by_registration on legal_holds (registration);

-- Search records are destroyed by a decision too; it is on no registration.
alter table decisions drop constraint decisions_kind_check;
alter table decisions add constraint decisions_kind_check
  check (kind in ('revocation', 'correction', 'reinstatement', 'destruction', 'search_destruction'));
alter table decisions alter column registration drop not null;
alter table decisions add constraint decisions_registration_check
  check ((registration is null) = (kind = 'search_destruction'));
comment on column decisions.content is 'What is to be filed, without the names of the two people; {} once the registration was destroyed.';

create table destructions (
  destruction bigint generated always as identity primary key,
  decision uuid not null references decisions,
  registration bigint unique references filings,
  ended_on date,
  searches_before timestamptz,
  first_user bigint not null references users,
  second_user bigint not null references users,
  row_counts jsonb not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  complete boolean not null,
  at timestamptz not null,
  transaction xid8 not null,
  check (first_user <> second_user),
  check ((registration is null) = (ended_on is null) and (registration is null) = (searches_before is not null))
);
comment on table destructions is 'What was destroyed, by which decision of which two people: a registration, or a batch of search records. Append-only.';
comment on column destructions.ended_on is 'The Beijing day on which the registration had ended.';
comment on column destructions.searches_before is 'Search records made before this moment.';
comment on column destructions.row_counts is 'How many rows of what were destroyed.';
comment on column destructions.sha256 is 'Over the commitments of the filings in their order, or over the search numbers in theirs.';
comment on column destructions.complete is 'Nothing of the decision is left to do.';
comment on column destructions.transaction is 'Rows are let go only in the transaction that wrote this one.';
create unique index destructions_by_decision on destructions (decision) where complete;
create index destructions_by_transaction on destructions (transaction);
create index destructions_by_end on destructions (ended_on) where registration is not null;

create table destroyed_certificates (
  number text primary key check (number ~ '^[0-9]{20}$'),
  kind text not null check (kind in ('registration_certificate', 'search_certificate')),
  issued_at timestamptz not null,
  facts_sha256 bytea check (octet_length(facts_sha256) = 32)
);
comment on table destroyed_certificates is 'What stays of certificates whose facts were destroyed: they are still told to be genuine. Append-only.';
comment on column destroyed_certificates.facts_sha256 is 'Null: nobody ever asked for this certificate.';

-- What is looked up by registration when it is destroyed, and what is due.
create index debtor_keys_by_registration on debtor_keys (registration);
create index asset_keys_by_registration on asset_keys (registration);
create index imported_lines_by_registration on imported_lines (registration);
create index notices_by_registration on notices (registration_number) where registration_number is not null;
create index notice_reads_by_notice on notice_reads (notice);
create index act_drafts_by_registration on act_drafts (registration_number);
create index form_entries_by_registration on form_entries (registration_number) where registration_number is not null;
create index code_replacements_by_registration on code_replacements (registration);
create index batch_lines_by_registration on batch_lines (registration);
create index searches_by_time on searches using brin (searched_at) with (pages_per_range = 32);
create index registrations_by_expiry on registrations (expires_on, registration)
  where until_sequence is null and ended is null;
create index registrations_by_end on registrations (from_sequence) where until_sequence is null and ended is not null;

create function refuse_destruction(code text, words text) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception '%', words using errcode = 'restrict_violation', constraint = code;
end $$;

-- The Beijing day of the register: by the database's clock, but never ahead of the order of filings.
create function register_today() returns date language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select (least(clock_timestamp(), closed_at) at time zone 'Asia/Shanghai')::date from register_head
$$;

-- The Beijing day on which a registration ended or ends, from its filings alone. Null when a content is missing. What
-- is doubtful counts later: an act after the end would move it.
create function registration_ends_on(of_registration bigint) returns date language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  with acts as (
    select f.sequence, f.kind, (f.filed_at at time zone 'Asia/Shanghai')::date as filed_on,
      c.sequence is null as missing,
      case when f.kind in ('initial', 'renewal', 'revocation') then convert_from(c.content, 'UTF8')::jsonb end as said
    from filings f left join filing_contents c using (sequence) where f.registration = of_registration
  ), ending as (
    select kind, filed_on from acts
    where kind in ('discharge', 'reinstatement') or (kind = 'revocation' and said ->> 'scope' = 'registration')
    order by sequence desc limit 1
  ), term as (
    select bool_or(missing) as missing, max(filed_on) as last_filed_on,
      (min(filed_on) filter (where kind = 'initial') + make_interval(months => (sum((said ->> 'termMonths')::integer)
        filter (where kind = 'initial') + coalesce(sum((said ->> 'additionalMonths')::integer)
        filter (where kind = 'renewal'), 0))::integer))::date as expires_on
    from acts
  )
  select case when missing or expires_on is null then null
    when ending.kind in ('discharge', 'revocation') then greatest(ending.filed_on, last_filed_on)
    else greatest(expires_on, last_filed_on) end
  from term left join ending on true
$$;

-- Every destruction is judged here, whoever writes it: two registrars, fifteen years, no hold.
create function judge_destruction() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  decided decisions%rowtype;
  voters bigint[];
begin
  select * into decided from decisions where decision = new.decision;
  select array_agg(v.user_id order by v.place) into voters from decision_votes v join users u using (user_id)
    where v.decision = new.decision and v.vote = 'approve' and u.role = 'registrar';
  if decided.kind is distinct from (case when new.registration is null then 'search_destruction' else 'destruction' end)
    or decided.registration is distinct from new.registration or decided.ends_at < clock_timestamp()
    or cardinality(voters) is distinct from 2 or voters[1] = voters[2]
  then
    perform refuse_destruction('destruction_not_approved', 'two registrars must have approved this very destruction');
  end if;
  if new.registration is not null then
    if exists (select from legal_holds h where h.registration = new.registration and h.kind = 'placed'
      and not exists (select from legal_holds l where l.legal_hold = h.legal_hold and l.kind = 'lifted'))
    then
      perform refuse_destruction('legal_hold_stands', 'a legal hold stands on the registration');
    end if;
    if exists (select from legal_holds h where h.registration = new.registration and h.at > decided.proposed_at) then
      perform refuse_destruction('destruction_not_approved', 'a legal hold came after the proposal: propose it anew');
    end if;
    new.ended_on := registration_ends_on(new.registration);
    if new.ended_on is null or not (new.ended_on + interval '15 years')::date < register_today() then
      perform refuse_destruction('retention_not_over', 'the registration has not ended more than fifteen years ago');
    end if;
  elsif new.searches_before is distinct from (decided.content ->> 'searchedBefore')::timestamptz
    or ((new.searches_before at time zone 'Asia/Shanghai')::date + interval '15 years')::date > register_today()
  then
    perform refuse_destruction('retention_not_over', 'these searches were not all made more than fifteen years ago');
  end if;
  new.first_user := voters[1];
  new.second_user := voters[2];
  new.at := clock_timestamp();
  new.transaction := pg_current_xact_id();
  return new;
end $$;

create trigger destructions_judged before insert on destructions for each row execute function judge_destruction();
create trigger destructions_append_only before update or delete or truncate on destructions
  for each statement execute function refuse_change();

-- A hold and a destruction do not pass each other: both are made under the filing lock.
create function judge_legal_hold() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7203110411);
  if exists (select from destructions where registration = new.registration) then
    perform refuse_destruction('content_destroyed', 'the registration was destroyed');
  end if;
  if new.kind = 'lifted' and not exists (select from legal_holds
    where legal_hold = new.legal_hold and kind = 'placed' and registration = new.registration)
  then
    perform refuse_destruction('not_found', 'there is no such hold on the registration');
  end if;
  return new;
end $$;
create trigger legal_holds_judged before insert on legal_holds for each row execute function judge_legal_hold();

grant select on destructions, destroyed_certificates to registry_app;
grant select, insert on legal_holds to registry_app;
