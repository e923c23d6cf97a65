-- The order and the truth. Filings are only ever appended; everything in 0002 can be rebuilt from them.

create table register_head (
  only_row boolean primary key default true check (only_row),
  last_sequence bigint not null,
  last_filed_at timestamptz not null,
  closed_at timestamptz not null check (closed_at >= last_filed_at)
) with (fillfactor = 50);
comment on table register_head is 'The head of the order: one row, changed only under the filing lock.';
comment on column register_head.closed_at is 'The time up to which the order is closed: no later filing can be at or before it.';
insert into register_head values (true, 0, 'epoch', 'epoch');

create table filings (
  sequence bigint primary key check (sequence > 0),
  filed_at timestamptz not null unique,
  filing_id uuid not null unique,
  filing_number text not null unique check (filing_number ~ '^[0-9]{20}$'),
  kind text not null check (kind in ('initial', 'amendment', 'renewal', 'discharge', 'objection',
    'objection_withdrawal', 'case_acceptance', 'objection_lapse', 'revocation', 'correction', 'reinstatement')),
  registration bigint not null,
  account bigint not null,
  actor bigint not null,
  commitment bytea not null check (octet_length(commitment) = 32),
  verification_code text not null,
  check ((kind = 'initial') = (registration = sequence))
);
comment on table filings is 'One row an act, in the order in which the acts took effect. Append-only.';
comment on column filings.sequence is 'Dense: 1, 2, 3 … without a gap.';
comment on column filings.filed_at is 'Strictly increasing with sequence; the database clock under the filing lock.';
comment on column filings.filing_id is 'Chosen by the process that files; by it an unknown commit is read back.';
comment on column filings.registration is 'The sequence of the initial filing of the registration that this act is on.';
comment on column filings.account is 'The account of the filer (institution or individual) that the act belongs to.';
comment on column filings.actor is 'The user who did it.';
comment on column filings.commitment is 'SHA-256 of salt and content: stays when the content is destroyed.';
comment on column filings.verification_code is 'Printed on the certificate; with it the public may read the facts.';
create index filings_by_registration on filings (registration, sequence);

create table filing_contents (
  sequence bigint primary key references filings,
  content bytea not null,
  salt bytea not null check (octet_length(salt) = 32)
);
comment on table filing_contents is 'What was filed, as canonical JSON (RFC 8785), apart from the filing so that it can end.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'A correction is a new filing.';
end $$;

create trigger filings_append_only before update or delete or truncate on filings
  for each statement execute function refuse_change();
create trigger filing_contents_append_only before update or delete or truncate on filing_contents
  for each statement execute function refuse_change();

grant select, update on register_head to registry_app;
grant select, insert on filings, filing_contents to registry_app;
