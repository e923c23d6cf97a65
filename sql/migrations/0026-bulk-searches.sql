-- Searches of many debtors as one job: the list, how far it has come, and who is called when it ends. Each line's
-- search is a certified search like every other and stands in searches; what is here is forgotten after some weeks.

create table bulk_searches (
  bulk_search bigint generated always as identity primary key,
  bulk_search_number text not null unique check (bulk_search_number ~ '^[0-9]{20}$'),
  actor bigint not null references users (user_id),
  account bigint not null references accounts,
  network inet,
  purpose text not null,
  logic text not null,
  created_at timestamptz not null default clock_timestamp(),
  total integer not null check (total between 1 and 10000),
  refused integer not null default 0,
  found integer not null default 0,
  nothing_found integer not null default 0,
  as_of_sequence bigint,
  as_of_time timestamptz,
  searched_place integer not null default 0,
  last_chunk_at timestamptz,
  end_state text check (end_state in ('ended', 'cancelled', 'timed_out')),
  ended_at timestamptz,
  check ((end_state is null) = (ended_at is null)),
  check ((as_of_sequence is null) = (as_of_time is null)),
  check (refused + found + nothing_found <= total)
);
comment on table bulk_searches is 'One row a list that is searched. Forgotten some weeks after its end.';
comment on column bulk_searches.logic is 'The search logic under which all of its lines are searched.';
comment on column bulk_searches.as_of_sequence is 'The moment of its first search, and so of all of them.';
comment on column bulk_searches.searched_place is 'Every line up to this place has its outcome.';
comment on column bulk_searches.last_chunk_at is 'Lists take turns: the one that waited longest is next.';
create index bulk_searches_by_actor on bulk_searches (actor, bulk_search);
create index bulk_searches_open on bulk_searches (last_chunk_at nulls first, bulk_search) where ended_at is null;
create index bulk_searches_open_by_account on bulk_searches (account) where ended_at is null;

create table bulk_search_lines (
  bulk_search bigint not null references bulk_searches on delete cascade,
  place integer not null,
  line integer not null,
  reference text,
  query jsonb,
  refused jsonb,
  same_as integer,
  stands_for integer not null default 1,
  search_number text,
  match_count integer,
  primary key (bulk_search, place),
  check ((search_number is null) = (match_count is null)),
  check (search_number is null or (query is null and refused is null and same_as is null))
);
comment on table bulk_search_lines is 'The lines of a list, and the search that each was answered by.';
comment on column bulk_search_lines.line is 'Its line in the file, or its number in the JSON list, from 1.';
comment on column bulk_search_lines.query is 'What is asked, until it was searched: from then on it stands in the search''s own record.';
comment on column bulk_search_lines.same_as is 'The place of the first line that asks the same: its search answers this line too.';
comment on column bulk_search_lines.stands_for is 'How many lines ask this, counting itself.';

create table bulk_search_callbacks (
  bulk_search bigint primary key references bulk_searches on delete cascade,
  url text not null,
  secret bytea not null,
  due_since timestamptz,
  next_at timestamptz,
  tries integer not null default 0,
  outcome text check (outcome in ('delivered', 'given_up')),
  last_failure text
);
comment on table bulk_search_callbacks is 'The address that is called when a list has ended.';
comment on column bulk_search_callbacks.secret is 'Signs the calls. Its caller was told it once.';
comment on column bulk_search_callbacks.due_since is 'The end that is to be told. A list that was resumed ends again.';
comment on column bulk_search_callbacks.next_at is 'When it is tried next. While a try is under way, when another worker may try.';
create index bulk_search_callbacks_due on bulk_search_callbacks (next_at) where next_at is not null;

grant select, insert, delete on bulk_searches, bulk_search_lines, bulk_search_callbacks to registry_app;
grant update (found, nothing_found, refused, as_of_sequence, as_of_time, searched_place, last_chunk_at, end_state,
  ended_at) on bulk_searches to registry_app;
grant update (query, refused, search_number, match_count) on bulk_search_lines to registry_app;
grant update (due_since, next_at, tries, outcome, last_failure) on bulk_search_callbacks to registry_app;
