-- What the register knows now and knew at each sequence: derived from filings, rebuilt at will.
-- A row holds from from_sequence (inclusive) until until_sequence (exclusive; null: still).

create table registrations (
  registration bigint not null,
  from_sequence bigint not null,
  until_sequence bigint,
  registration_number text not null,
  security_type text not null,
  filed_at timestamptz not null,
  expires_on date not null,
  ended text check (ended in ('discharged', 'revoked')),
  account bigint not null,
  filer_reference text,
  secured_parties jsonb not null,
  debtors jsonb not null,
  collateral_summary text not null,
  primary key (registration, from_sequence)
);
comment on table registrations is 'One row a state of a registration. Expiry is not stored: it follows from expires_on.';
comment on column registrations.registration is 'The sequence of the initial filing.';
comment on column registrations.registration_number is 'The filing number of the initial filing.';
comment on column registrations.expires_on is 'The last day in effect, until 24:00 in Beijing.';
comment on column registrations.secured_parties is 'Kind, name and identifier of each, as they stand.';
create unique index registrations_by_number on registrations (registration_number) where from_sequence = registration;
create index registrations_by_account on registrations (account, registration) where from_sequence = registration;
create index registrations_by_filer_reference on registrations (account, filer_reference)
  where from_sequence = registration and filer_reference is not null;

create table debtor_keys (
  key_digest bytea not null,
  registration bigint not null,
  key text not null,
  kind text not null check (kind in ('organization_name', 'identifier')),
  logic text,
  debtor integer not null,
  matched_as text not null check (matched_as in ('current', 'former', 'parent', 'owner')),
  from_sequence bigint not null,
  until_sequence bigint,
  check ((kind = 'organization_name') = (logic is not null))
);
comment on table debtor_keys is 'The search index: each key under which a registration is found, by debtor.';
comment on column debtor_keys.key_digest is 'First 16 bytes of SHA-256 over kind, logic and key: an index entry of one size.';
comment on column debtor_keys.logic is 'The version of the search logic that made a name''s key.';
comment on column debtor_keys.debtor is 'The debtor''s place on the form, from 0.';
create index debtor_keys_by_digest on debtor_keys (key_digest, registration);

create table asset_keys (
  key_digest bytea not null,
  registration bigint not null,
  key text not null,
  kind text not null check (kind in ('serial_number', 'contract_number', 'invoice_number', 'document_number')),
  from_sequence bigint not null,
  until_sequence bigint
);
comment on table asset_keys is 'Serial numbers, VINs, contract, invoice and document numbers of collateral, for search.';
create index asset_keys_by_digest on asset_keys (key_digest, registration);

create table modification_codes (
  registration bigint not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  from_sequence bigint not null,
  until_sequence bigint,
  primary key (registration, from_sequence)
);
comment on table modification_codes is 'SHA-256 of each registration''s modification code. A credential: not derived.';

create table imported_lines (
  account bigint not null,
  line_digest bytea not null,
  registration bigint not null,
  primary key (account, line_digest)
);
comment on table imported_lines is 'Import lines without a filer reference, so that a second run files nothing twice.';

grant select, insert on registrations, debtor_keys, asset_keys, modification_codes, imported_lines to registry_app;
grant update (until_sequence) on registrations, debtor_keys, asset_keys, modification_codes to registry_app;
