-- People, their institutions, how they sign in, and what they did.

create table register_identity (
  only_row boolean primary key default true check (only_row),
  name text not null,
  sandbox boolean not null,
  created_at timestamptz not null default clock_timestamp()
);
comment on table register_identity is 'Which register this is. A sandbox says so on every page and certificate.';

create table accounts (
  account bigint generated always as identity primary key,
  kind text not null check (kind in ('institution', 'individual', 'registrar')),
  name text not null,
  identifier jsonb,
  address jsonb,
  representative text,
  created_at timestamptz not null default clock_timestamp()
);
comment on table accounts is 'Whose act it is: an institution, an individual, or the register''s own office.';

create table users (
  user_id bigint generated always as identity primary key,
  account bigint not null references accounts,
  login_name text not null unique check (login_name ~ '^[a-z0-9][a-z0-9._@-]{1,99}$'),
  display_name text not null,
  role text not null check (role in ('administrator', 'operator', 'searcher', 'registrar')),
  password_hash text not null,
  created_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz
);
comment on table users is 'A person who signs in. Operators and administrators are regular users 常用户, searchers ordinary 普通用户.';

create table sessions (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  user_id bigint not null references users,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  language text check (language in ('zh-CN', 'en'))
);
comment on table sessions is 'SHA-256 of each session token; idle and absolute ends are judged at use.';
create index sessions_by_user on sessions (user_id);

create table api_keys (
  api_key bigint generated always as identity primary key,
  key_hash bytea not null unique check (octet_length(key_hash) = 32),
  user_id bigint not null references users,
  label text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz,
  revoked_at timestamptz
);
comment on table api_keys is 'SHA-256 of each API key.';
create index api_keys_by_user on api_keys (user_id);

create table sign_in_failures (
  login_name text not null,
  network inet not null,
  failed_at timestamptz not null default clock_timestamp()
);
comment on table sign_in_failures is 'Recent failed sign-ins, by name and network, to slow guessing down.';
create index sign_in_failures_by_name on sign_in_failures (login_name, failed_at);
create index sign_in_failures_by_network on sign_in_failures (network, failed_at);

create table audit_events (
  event bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  user_id bigint,
  account bigint,
  act text not null,
  subject text,
  network inet,
  request_id text
);
comment on table audit_events is 'Who did what, when, from where. Append-only.';
create index audit_events_by_user on audit_events (user_id, event);
create trigger audit_events_append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change();

create table idempotency_keys (
  actor bigint not null,
  key_hash bytea not null,
  request_hash bytea not null,
  bearer_hash bytea not null,
  answer bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (actor, key_hash)
);
comment on table idempotency_keys is 'Answers that can be sent again for 24 hours.';
comment on column idempotency_keys.answer is 'Sealed by AES-256-GCM under a key derived from the bearer''s secret and the Idempotency-Key; neither is kept.';
create index idempotency_keys_by_age on idempotency_keys (created_at);

grant select on register_identity to registry_app;
grant insert on register_identity to registry_app;
grant select, insert on accounts, users, api_keys to registry_app;
grant update (password_hash, display_name, closed_at) on users to registry_app;
grant update (revoked_at) on api_keys to registry_app;
grant select, insert, update, delete on sessions to registry_app;
grant select, insert, delete on sign_in_failures, idempotency_keys to registry_app;
grant select, insert on audit_events to registry_app;
