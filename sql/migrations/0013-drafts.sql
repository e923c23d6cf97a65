-- Drafts of acts, and what it takes to end drafts that nobody touches and to forget what was filed.

create table act_drafts (
  draft uuid primary key,
  owner bigint not null references users,
  registration_number text not null check (registration_number ~ '^[0-9]{20}$'),
  security_type text not null,
  act text not null,
  title jsonb not null,
  fields json not null,
  act_id uuid not null,
  revision integer not null default 1,
  filing_ids uuid[] not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (owner, registration_number, act)
);
comment on table act_drafts is 'What a person typed into the pages of an act and saved for later. Never searchable; never holds a modification code.';
comment on column act_drafts.act is 'The path of the act''s page after the registration''s own: /renew.';
comment on column act_drafts.title is 'What its page calls the act, in both languages.';
comment on column act_drafts.act_id is 'The id under which the page is filed once.';
comment on column act_drafts.revision is 'Counts the times it was saved: a page that did not see the last of them overwrites nothing.';
comment on column act_drafts.filing_ids is 'The filings that were tried with it: one that is among filings says that the draft is done.';
create index act_drafts_by_age on act_drafts (updated_at);
create index act_drafts_tried on act_drafts (draft) where filing_ids <> '{}';

create index form_entries_by_age on form_entries (updated_at);
create index form_entries_tried on form_entries (form_entry)
  where registration_number is null and answers ? 'filingIds';
create index form_entries_to_clear on form_entries (updated_at)
  where registration_number is not null and answers <> '{}';
comment on column form_entries.answers is 'What was typed, and the filings that were tried with it; {} some time after it was filed.';

create index notices_of_ended_drafts on notices (user_id, notice) where kind = 'draft_ended';

grant select, insert, update, delete on act_drafts to registry_app;
