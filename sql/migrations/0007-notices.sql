-- What people are told, and how far those have come who follow the order.

create table notices (
  notice bigint generated always as identity primary key,
  account bigint not null references accounts,
  user_id bigint references users,
  kind text not null check (kind ~ '^[a-z]+(_[a-z]+)*$' and length(kind) <= 60),
  registration_number text check (registration_number ~ '^[0-9]{20}$'),
  filing_number text check (filing_number ~ '^[0-9]{20}$'),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object' and length(details::text) <= 2000),
  source text not null unique check (length(source) <= 200),
  at timestamptz not null default clock_timestamp()
);
comment on table notices is 'One row a notice to an account, or to one of its users. Append-only.';
comment on column notices.user_id is 'Null: for everybody of the account.';
comment on column notices.kind is 'One of src/notices/notice.ts, which also says what its details are.';
comment on column notices.details is 'No personal data beyond what the page of the registration shows.';
comment on column notices.source is 'What it comes from and for whom: the same is told once, however often it is added.';
create index notices_by_account on notices (account, notice);
create trigger notices_append_only before update or delete or truncate on notices
  for each statement execute function refuse_change();

create table notices_read_up_to (
  user_id bigint primary key references users,
  notice bigint not null
);
comment on table notices_read_up_to is 'Every notice up to this one has been read by the user. Only ever rises.';

create table notice_reads (
  user_id bigint not null references users,
  notice bigint not null references notices,
  primary key (user_id, notice)
);
comment on table notice_reads is 'Notices read beyond notices_read_up_to: those so new that an earlier one may still be on its way.';

create table followers (
  name text primary key,
  sequence bigint not null check (sequence >= 0)
);
comment on table followers is 'Who follows the order of filings, and the last sequence that each has dealt with.';
-- What was filed before there were notices is not announced.
insert into followers select 'announce-filings', last_sequence from register_head;

grant select, insert on notices to registry_app;
grant select, insert, update on notices_read_up_to to registry_app;
grant select, insert, delete on notice_reads to registry_app;
grant select, update (sequence) on followers to registry_app;
