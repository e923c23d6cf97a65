-- Objections as they stand, derived from filings like everything in 0002; and credentials that can be replaced.

create table objections (
  objection bigint not null,
  registration bigint not null,
  filing_number text not null,
  account bigint not null,
  filed_at timestamptz not null,
  status text not null check (status in ('noted', 'case_accepted', 'withdrawn', 'lapsed', 'revoked')),
  from_sequence bigint not null,
  until_sequence bigint,
  primary key (objection, from_sequence)
);
comment on table objections is 'One row a state of an objection, derived. Lapse in time follows from filed_at until it is filed.';
comment on column objections.objection is 'The sequence of the filing that made it.';
comment on column objections.account is 'The account that objected, which alone may withdraw it.';
create index objections_by_account on objections (account, objection) where until_sequence is null;
create index objections_noted on objections (filed_at) where until_sequence is null and status = 'noted';
create index objections_by_registration on objections (registration);

alter table registrations add column open_objections integer not null default 0;
comment on column registrations.open_objections is 'Objections that are noted or whose case a court has accepted.';

grant select, insert on objections to registry_app;
grant update (until_sequence) on objections to registry_app;

-- A code may be replaced more than once at one sequence, when nothing is filed in between.
alter table modification_codes drop constraint modification_codes_pkey;
alter table modification_codes add column modification_code bigint generated always as identity primary key;
alter table modification_codes add column issued_at timestamptz not null default clock_timestamp();
create unique index modification_codes_live on modification_codes (registration) where until_sequence is null;
create index modification_codes_by_registration on modification_codes (registration);

create table discharge_demands (
  demand uuid primary key default gen_random_uuid(),
  registration bigint not null,
  account bigint not null references accounts,
  actor bigint not null,
  statement text not null,
  relation text not null,
  demanded_at timestamptz not null default clock_timestamp(),
  due_on date not null
);
comment on table discharge_demands is 'Demands that the secured party discharge or amend (the Measures, arts. 16 and 18). No filings, not public. Append-only.';
comment on column discharge_demands.due_on is 'The last of ten working days, by the calendar of the day of the demand.';
create index discharge_demands_by_registration on discharge_demands (registration, demanded_at);
create trigger discharge_demands_append_only before update or delete or truncate on discharge_demands
  for each statement execute function refuse_change();
grant select, insert on discharge_demands to registry_app;
