-- Registrar's acts: proposed by one person of the register's office, approved by another, then filed.

create table decisions (
  decision uuid primary key,
  kind text not null check (kind in ('revocation', 'correction', 'reinstatement', 'destruction')),
  registration bigint not null,
  content jsonb not null,
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  proposed_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null
);
comment on table decisions is 'What the register''s office is to carry out once two people said so. Append-only.';
comment on column decisions.decision is 'Also the filing_id of the filing that carries it out: so it is filed once.';
comment on column decisions.content is 'What is to be filed, without the names of the two people.';
comment on column decisions.ends_at is 'Without two votes by then it is over.';
create index decisions_by_registration on decisions (registration, proposed_at);
create index decisions_by_end on decisions (ends_at);

create table decision_votes (
  decision uuid not null references decisions,
  place smallint not null check (place in (1, 2)),
  user_id bigint not null references users,
  vote text not null check (vote in ('approve', 'reject')),
  reason text,
  at timestamptz not null default clock_timestamp(),
  network inet,
  primary key (decision, place),
  unique (decision, user_id)
);
comment on table decision_votes is 'Who stands for a decision: the first is who proposed it, the second another person. Append-only.';

create trigger decisions_append_only before update or delete or truncate on decisions
  for each statement execute function refuse_change();
create trigger decision_votes_append_only before update or delete or truncate on decision_votes
  for each statement execute function refuse_change();
grant select, insert on decisions, decision_votes to registry_app;
