-- Renewals and discharges of many registrations at once: what was chosen and what came of each. Nothing here is a
-- filing: each act is filed by itself, under the id that its line has had from the beginning.

create table batches (
  batch uuid primary key,
  owner bigint not null references users (user_id),
  kind text not null check (kind in ('renewal', 'discharge')),
  content jsonb,
  created_at timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz
);
comment on table batches is 'A choice of registrations to renew or discharge together. Modification codes are never in it.';
comment on column batches.content is 'What each act says: months, or reason. Fixed once it was confirmed.';
create index batches_by_owner on batches (owner, created_at);

create table batch_lines (
  batch uuid not null references batches (batch) on delete cascade,
  place integer not null,
  registration bigint not null,
  filing_id uuid not null unique,
  refused jsonb,
  primary key (batch, place)
);
comment on table batch_lines is 'The registrations of a batch.';
comment on column batch_lines.filing_id is 'Of the act to be filed: when a filing has it, the line is done, whoever was answered.';
comment on column batch_lines.refused is 'Why the act was refused when it was last tried.';

grant select, insert, delete on batches, batch_lines to registry_app;
grant update (content, confirmed_at) on batches to registry_app;
grant update (refused) on batch_lines to registry_app;
