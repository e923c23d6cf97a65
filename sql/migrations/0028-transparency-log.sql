-- The transparency log: the Merkle tree over the filings as tiles, the checkpoints that were signed of it, and by whom.

create function refuse_change_but_growth() returns trigger language plpgsql as $$
begin
  if new.level <> old.level or new.tile <> old.tile or octet_length(new.hashes) <= octet_length(old.hashes)
    or substr(new.hashes, 1, octet_length(old.hashes)) <> old.hashes then
    raise exception 'a tile of the log only grows at its end: tile % of level % refused', old.tile, old.level
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create table log_tiles (
  level integer not null check (level between 0 and 63),
  tile bigint not null check (tile >= 0),
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, tile)
);
alter table log_tiles alter column hashes set storage external;
comment on table log_tiles is 'The Merkle tree over the filings (RFC 6962) as tiles (C2SP tlog-tiles), at most 256 hashes each. They only grow.';
comment on column log_tiles.hashes is 'Level 0: hashes of leaves, leaf i being filing i + 1. Above: roots of full tiles of the level below.';
create trigger log_tiles_append_only before delete or truncate on log_tiles
  for each statement execute function refuse_change();
create trigger log_tiles_grow before update on log_tiles for each row execute function refuse_change_but_growth();

create table log_keys (
  verifier_key text primary key check (length(verifier_key) <= 500),
  origin text not null check (length(origin) between 1 and 200),
  first_size bigint not null check (first_size >= 0),
  added_at timestamptz not null default clock_timestamp()
);
comment on table log_keys is 'The public keys under which checkpoints of the log were signed, each from which size on. Append-only.';
create unique index log_keys_first on log_keys ((true)) where first_size = 0;
create trigger log_keys_append_only before update or delete or truncate on log_keys
  for each statement execute function refuse_change();

create table log_checkpoints (
  tree_size bigint primary key check (tree_size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null check (length(note) <= 10000),
  published_at timestamptz not null default clock_timestamp()
);
comment on table log_checkpoints is 'Every head of the log that was signed, as a signed note (C2SP tlog-checkpoint). Append-only, and only upwards.';

-- Compare and swap: who publishes must have seen the last one, and goes beyond it.
create function judge_checkpoint() returns trigger language plpgsql as $$
begin
  if exists (select from log_checkpoints where tree_size >= new.tree_size) then
    raise exception 'a checkpoint of size % or more is published already', new.tree_size
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger log_checkpoints_upwards before insert on log_checkpoints
  for each row execute function judge_checkpoint();
create trigger log_checkpoints_append_only before update or delete or truncate on log_checkpoints
  for each statement execute function refuse_change();

create table log_cosignatures (
  tree_size bigint not null references log_checkpoints,
  verifier_key text not null check (length(verifier_key) <= 500),
  line text not null check (length(line) <= 1000),
  received_at timestamptz not null default clock_timestamp(),
  primary key (verifier_key, tree_size)
);
comment on table log_cosignatures is 'What witnesses signed: that a checkpoint continues all that they saw before (C2SP tlog-cosignature). Append-only.';
create index log_cosignatures_by_size on log_cosignatures (tree_size);
create trigger log_cosignatures_append_only before update or delete or truncate on log_cosignatures
  for each statement execute function refuse_change();

insert into followers values ('publish-log', 0);

grant select, insert on log_tiles, log_keys, log_checkpoints, log_cosignatures to registry_app;
grant update (hashes) on log_tiles to registry_app;
