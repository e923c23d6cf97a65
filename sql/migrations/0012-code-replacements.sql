-- Lost modification codes: replaced by two people, after a waiting time in which a theft can be noticed.

create table code_replacements (
  code_replacement uuid primary key default gen_random_uuid(),
  registration bigint not null,
  account bigint not null references accounts,
  reason text not null,
  requested_by bigint not null references users,
  requested_at timestamptz not null default clock_timestamp(),
  approved_by bigint references users,
  approved_at timestamptz,
  ready_at timestamptz,
  ended_by bigint references users,
  ended_at timestamptz,
  outcome text check (outcome in ('collected', 'cancelled')),
  check (approved_by is distinct from requested_by),
  check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (ready_at is null)),
  check ((outcome is null) = (ended_at is null))
);
comment on table code_replacements is 'Requests for a new modification code: asked by one person, approved by another, collected after a wait.';
comment on column code_replacements.account is 'The filer''s account for which the code is: only it collects.';
comment on column code_replacements.ready_at is 'From then on the new code can be collected; the old one works until it is.';
create unique index code_replacements_open on code_replacements (registration) where outcome is null;
create index code_replacements_by_account on code_replacements (account, requested_at);

grant select, insert on code_replacements to registry_app;
grant update (approved_by, approved_at, ready_at, ended_by, ended_at, outcome) on code_replacements to registry_app;
