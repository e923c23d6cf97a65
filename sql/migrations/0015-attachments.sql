-- Files that filings name: stored once each by their SHA-256, in chunks.

create table attachments (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  bytes integer not null check (bytes between 1 and 20971520),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  stored_at timestamptz not null default clock_timestamp()
);
comment on table attachments is 'One row a file, whoever uploaded it. What a filing names cannot be deleted; nothing is changed.';
comment on column attachments.media_type is 'By its content, never by its name.';
create index attachments_by_age on attachments (stored_at);

create table attachment_chunks (
  sha256 bytea not null references attachments on delete cascade,
  place integer not null check (place >= 0),
  content bytea not null check (octet_length(content) between 1 and 524288),
  primary key (sha256, place)
);
comment on table attachment_chunks is 'The bytes of each attachment, in the order of place. They go only with their attachment.';
alter table attachment_chunks alter column content set storage external;

create table attachment_uploads (
  account bigint not null references accounts,
  sha256 bytea not null references attachments on delete cascade,
  actor bigint not null,
  network inet,
  uploaded_at timestamptz not null default clock_timestamp(),
  primary key (account, sha256)
);
comment on table attachment_uploads is 'Who uploaded which bytes in the last days: only these accounts may name them in a filing.';
create index attachment_uploads_by_age on attachment_uploads (uploaded_at);
create index attachment_uploads_by_account on attachment_uploads (account, uploaded_at);
create index attachment_uploads_by_hash on attachment_uploads (sha256);

create table filing_attachments (
  sequence bigint not null references filings,
  place integer not null check (place between 0 and 19),
  registration bigint not null,
  sha256 bytea not null references attachments,
  name text,
  primary key (sequence, place),
  unique (sequence, sha256)
);
comment on table filing_attachments is 'What each filing names, derived from its content and written with it. Append-only.';
create index filing_attachments_by_registration on filing_attachments (registration, sequence);
create index filing_attachments_by_hash on filing_attachments (sha256);

create trigger attachments_unchanged before update or truncate on attachments
  for each statement execute function refuse_change();
create trigger attachment_chunks_unchanged before update or truncate on attachment_chunks
  for each statement execute function refuse_change();
create trigger filing_attachments_append_only before update or delete or truncate on filing_attachments
  for each statement execute function refuse_change();

grant select, insert, delete on attachments to registry_app;
-- Without a right to change, rows cannot be held; the trigger refuses the change itself.
grant update (stored_at) on attachments to registry_app;
grant select, insert on attachment_chunks, filing_attachments to registry_app;
grant select, insert, delete on attachment_uploads to registry_app;
grant update (actor, network, uploaded_at) on attachment_uploads to registry_app;
