-- What the migrations make, listed from the catalogue by npm run write-files; never edited by hand.
-- It is for reading: tables stand in order of name. Who owns what is told only where it is not registry_owner.

create table accounts (
  account bigint not null generated always as identity,
  kind text not null,
  name text not null,
  identifier jsonb,
  address jsonb,
  representative text,
  created_at timestamp with time zone not null default clock_timestamp(),
  identifier_key text,
  identity_verified_at timestamp with time zone,
  constraint accounts_identifier_key_check CHECK (((identifier IS NULL) = (identifier_key IS NULL))),
  constraint accounts_kind_check CHECK ((kind = ANY (ARRAY['institution'::text, 'individual'::text, 'registrar'::text, 'court'::text]))),
  constraint accounts_pkey PRIMARY KEY (account)
);
CREATE INDEX accounts_by_identifier_key ON public.accounts USING btree (identifier_key) WHERE (identity_verified_at IS NOT NULL);
grant insert, select on accounts to registry_app;
comment on table accounts is 'Whose act it is: an institution, an individual, the register''s own office, or a court.';
comment on column accounts.identifier_key is 'The search key of the identifier: equal to a party''s, the account is that party, if it is verified.';
comment on column accounts.identity_verified_at is 'Null: nobody has verified that the account is who its identifier says.';

create table act_drafts (
  draft uuid not null,
  owner bigint not null,
  registration_number text not null,
  security_type text not null,
  act text not null,
  title jsonb not null,
  fields json not null,
  act_id uuid not null,
  revision integer not null default 1,
  filing_ids uuid[] not null default '{}'::uuid[],
  created_at timestamp with time zone not null default clock_timestamp(),
  updated_at timestamp with time zone not null default clock_timestamp(),
  constraint act_drafts_registration_number_check CHECK ((registration_number ~ '^[0-9]{20}$'::text)),
  constraint act_drafts_owner_fkey FOREIGN KEY (owner) REFERENCES users(user_id),
  constraint act_drafts_pkey PRIMARY KEY (draft),
  constraint act_drafts_owner_registration_number_act_key UNIQUE (owner, registration_number, act)
);
CREATE INDEX act_drafts_by_age ON public.act_drafts USING btree (updated_at);
CREATE INDEX act_drafts_by_registration ON public.act_drafts USING btree (registration_number);
CREATE INDEX act_drafts_tried ON public.act_drafts USING btree (draft) WHERE (filing_ids <> '{}'::uuid[]);
grant delete, insert, select, update on act_drafts to registry_app;
comment on table act_drafts is 'What a person typed into the pages of an act and saved for later. Never searchable; never holds a modification code.';
comment on column act_drafts.act is 'The path of the act''s page after the registration''s own: /renew.';
comment on column act_drafts.title is 'What its page calls the act, in both languages.';
comment on column act_drafts.act_id is 'The id under which the page is filed once.';
comment on column act_drafts.revision is 'Counts the times it was saved: a page that did not see the last of them overwrites nothing.';
comment on column act_drafts.filing_ids is 'The filings that were tried with it: one that is among filings says that the draft is done.';

create table api_keys (
  api_key bigint not null generated always as identity,
  key_hash bytea not null,
  user_id bigint not null,
  label text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_key_hash_check CHECK ((octet_length(key_hash) = 32)),
  constraint api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id),
  constraint api_keys_pkey PRIMARY KEY (api_key),
  constraint api_keys_key_hash_key UNIQUE (key_hash)
);
CREATE INDEX api_keys_by_user ON public.api_keys USING btree (user_id);
grant insert, select on api_keys to registry_app;
grant update (revoked_at) on api_keys to registry_app;
comment on table api_keys is 'SHA-256 of each API key.';

create table asset_keys (
  key_digest bytea not null,
  registration bigint not null,
  key text not null,
  kind text not null,
  from_sequence bigint not null,
  until_sequence bigint,
  constraint asset_keys_kind_check CHECK ((kind = ANY (ARRAY['serial_number'::text, 'contract_number'::text, 'invoice_number'::text, 'document_number'::text])))
);
CREATE INDEX asset_keys_by_digest ON public.asset_keys USING btree (key_digest, registration);
CREATE INDEX asset_keys_by_registration ON public.asset_keys USING btree (registration);
CREATE TRIGGER asset_numbers_forgotten AFTER DELETE ON public.asset_keys REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION forget_asset_numbers();
grant insert, select on asset_keys to registry_app;
grant update (until_sequence) on asset_keys to registry_app;
comment on table asset_keys is 'Serial numbers, VINs, contract, invoice and document numbers of collateral, for search.';

create table asset_numbers (
  key_digest bytea not null,
  key text not null,
  look_digest bytea not null,
  constraint asset_numbers_key_digest_check CHECK ((octet_length(key_digest) = 16)),
  constraint asset_numbers_look_digest_check CHECK ((octet_length(look_digest) = 16)),
  constraint asset_numbers_pkey PRIMARY KEY (key_digest)
);
CREATE INDEX asset_numbers_by_look ON public.asset_numbers USING btree (look_digest);
grant insert, select on asset_numbers to registry_app;
comment on table asset_numbers is 'Each asset identifier that was ever registered, for near matches.';
comment on column asset_numbers.key_digest is 'As in asset_keys, by which it is looked up what is in effect under it.';
comment on column asset_numbers.look_digest is 'Digest of the key with look-alike letters and digits (O 0, I 1, S 5 …) as one.';

create table attachment_chunks (
  sha256 bytea not null,
  place integer not null,
  content bytea not null,
  constraint attachment_chunks_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 524288))),
  constraint attachment_chunks_place_check CHECK ((place >= 0)),
  constraint attachment_chunks_sha256_fkey FOREIGN KEY (sha256) REFERENCES attachments(sha256) ON DELETE CASCADE,
  constraint attachment_chunks_pkey PRIMARY KEY (sha256, place)
);
CREATE TRIGGER attachment_chunks_unchanged BEFORE UPDATE OR TRUNCATE ON public.attachment_chunks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on attachment_chunks to registry_app;
comment on table attachment_chunks is 'The bytes of each attachment, in the order of place. They go only with their attachment.';

create table attachment_uploads (
  account bigint not null,
  sha256 bytea not null,
  actor bigint not null,
  network inet,
  uploaded_at timestamp with time zone not null default clock_timestamp(),
  constraint attachment_uploads_account_fkey FOREIGN KEY (account) REFERENCES accounts(account),
  constraint attachment_uploads_sha256_fkey FOREIGN KEY (sha256) REFERENCES attachments(sha256) ON DELETE CASCADE,
  constraint attachment_uploads_pkey PRIMARY KEY (account, sha256)
);
CREATE INDEX attachment_uploads_by_account ON public.attachment_uploads USING btree (account, uploaded_at);
CREATE INDEX attachment_uploads_by_age ON public.attachment_uploads USING btree (uploaded_at);
CREATE INDEX attachment_uploads_by_hash ON public.attachment_uploads USING btree (sha256);
grant delete, insert, select on attachment_uploads to registry_app;
grant update (actor, network, uploaded_at) on attachment_uploads to registry_app;
comment on table attachment_uploads is 'Who uploaded which bytes in the last days: only these accounts may name them in a filing.';

create table attachments (
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null,
  stored_at timestamp with time zone not null default clock_timestamp(),
  constraint attachments_bytes_check CHECK (((bytes >= 1) AND (bytes <= 20971520))),
  constraint attachments_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
  constraint attachments_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint attachments_pkey PRIMARY KEY (sha256)
);
CREATE INDEX attachments_by_age ON public.attachments USING btree (stored_at);
CREATE TRIGGER attachments_unchanged BEFORE UPDATE OR TRUNCATE ON public.attachments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant delete, insert, select on attachments to registry_app;
grant update (stored_at) on attachments to registry_app;
comment on table attachments is 'One row a file, whoever uploaded it. What a filing names cannot be deleted; nothing is changed.';
comment on column attachments.media_type is 'By its content, never by its name.';

create table audit_events (
  event bigint not null generated always as identity,
  at timestamp with time zone not null default clock_timestamp(),
  user_id bigint,
  account bigint,
  act text not null,
  subject text,
  network inet,
  request_id text,
  constraint audit_events_pkey PRIMARY KEY (event)
);
CREATE INDEX audit_events_by_user ON public.audit_events USING btree (user_id, event);
CREATE TRIGGER audit_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on audit_events to registry_app;
comment on table audit_events is 'Who did what, when, from where. Append-only.';

create table batch_lines (
  batch uuid not null,
  place integer not null,
  registration bigint not null,
  filing_id uuid not null,
  refused jsonb,
  constraint batch_lines_batch_fkey FOREIGN KEY (batch) REFERENCES batches(batch) ON DELETE CASCADE,
  constraint batch_lines_pkey PRIMARY KEY (batch, place),
  constraint batch_lines_filing_id_key UNIQUE (filing_id)
);
CREATE INDEX batch_lines_by_registration ON public.batch_lines USING btree (registration);
grant delete, insert, select on batch_lines to registry_app;
grant update (refused) on batch_lines to registry_app;
comment on table batch_lines is 'The registrations of a batch.';
comment on column batch_lines.filing_id is 'Of the act to be filed: when a filing has it, the line is done, whoever was answered.';
comment on column batch_lines.refused is 'Why the act was refused when it was last tried.';

create table batches (
  batch uuid not null,
  owner bigint not null,
  kind text not null,
  content jsonb,
  created_at timestamp with time zone not null default clock_timestamp(),
  confirmed_at timestamp with time zone,
  constraint batches_kind_check CHECK ((kind = ANY (ARRAY['renewal'::text, 'discharge'::text]))),
  constraint batches_owner_fkey FOREIGN KEY (owner) REFERENCES users(user_id),
  constraint batches_pkey PRIMARY KEY (batch)
);
CREATE INDEX batches_by_owner ON public.batches USING btree (owner, created_at);
grant delete, insert, select on batches to registry_app;
grant update (content, confirmed_at) on batches to registry_app;
comment on table batches is 'A choice of registrations to renew or discharge together. Modification codes are never in it.';
comment on column batches.content is 'What each act says: months, or reason. Fixed once it was confirmed.';

create table bulk_search_callbacks (
  bulk_search bigint not null,
  url text not null,
  secret bytea not null,
  due_since timestamp with time zone,
  next_at timestamp with time zone,
  tries integer not null default 0,
  outcome text,
  last_failure text,
  constraint bulk_search_callbacks_outcome_check CHECK ((outcome = ANY (ARRAY['delivered'::text, 'given_up'::text]))),
  constraint bulk_search_callbacks_bulk_search_fkey FOREIGN KEY (bulk_search) REFERENCES bulk_searches(bulk_search) ON DELETE CASCADE,
  constraint bulk_search_callbacks_pkey PRIMARY KEY (bulk_search)
);
CREATE INDEX bulk_search_callbacks_due ON public.bulk_search_callbacks USING btree (next_at) WHERE (next_at IS NOT NULL);
grant delete, insert, select on bulk_search_callbacks to registry_app;
grant update (due_since, next_at, tries, outcome, last_failure) on bulk_search_callbacks to registry_app;
comment on table bulk_search_callbacks is 'The address that is called when a list has ended.';
comment on column bulk_search_callbacks.secret is 'Signs the calls. Its caller was told it once.';
comment on column bulk_search_callbacks.due_since is 'The end that is to be told. A list that was resumed ends again.';
comment on column bulk_search_callbacks.next_at is 'When it is tried next. While a try is under way, when another worker may try.';

create table bulk_search_lines (
  bulk_search bigint not null,
  place integer not null,
  line integer not null,
  reference text,
  query jsonb,
  refused jsonb,
  same_as integer,
  stands_for integer not null default 1,
  search_number text,
  match_count integer,
  constraint bulk_search_lines_check CHECK (((search_number IS NULL) = (match_count IS NULL))),
  constraint bulk_search_lines_check1 CHECK (((search_number IS NULL) OR ((query IS NULL) AND (refused IS NULL) AND (same_as IS NULL)))),
  constraint bulk_search_lines_bulk_search_fkey FOREIGN KEY (bulk_search) REFERENCES bulk_searches(bulk_search) ON DELETE CASCADE,
  constraint bulk_search_lines_pkey PRIMARY KEY (bulk_search, place)
);
grant delete, insert, select on bulk_search_lines to registry_app;
grant update (query, refused, search_number, match_count) on bulk_search_lines to registry_app;
comment on table bulk_search_lines is 'The lines of a list, and the search that each was answered by.';
comment on column bulk_search_lines.line is 'Its line in the file, or its number in the JSON list, from 1.';
comment on column bulk_search_lines.query is 'What is asked, until it was searched: from then on it stands in the search''s own record.';
comment on column bulk_search_lines.same_as is 'The place of the first line that asks the same: its search answers this line too.';
comment on column bulk_search_lines.stands_for is 'How many lines ask this, counting itself.';

create table bulk_searches (
  bulk_search bigint not null generated always as identity,
  bulk_search_number text not null,
  actor bigint not null,
  account bigint not null,
  network inet,
  purpose text not null,
  logic text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  total integer not null,
  refused integer not null default 0,
  found integer not null default 0,
  nothing_found integer not null default 0,
  as_of_sequence bigint,
  as_of_time timestamp with time zone,
  searched_place integer not null default 0,
  last_chunk_at timestamp with time zone,
  end_state text,
  ended_at timestamp with time zone,
  constraint bulk_searches_bulk_search_number_check CHECK ((bulk_search_number ~ '^[0-9]{20}$'::text)),
  constraint bulk_searches_check CHECK (((end_state IS NULL) = (ended_at IS NULL))),
  constraint bulk_searches_check1 CHECK (((as_of_sequence IS NULL) = (as_of_time IS NULL))),
  constraint bulk_searches_check2 CHECK ((((refused + found) + nothing_found) <= total)),
  constraint bulk_searches_end_state_check CHECK ((end_state = ANY (ARRAY['ended'::text, 'cancelled'::text, 'timed_out'::text]))),
  constraint bulk_searches_total_check CHECK (((total >= 1) AND (total <= 10000))),
  constraint bulk_searches_account_fkey FOREIGN KEY (account) REFERENCES accounts(account),
  constraint bulk_searches_actor_fkey FOREIGN KEY (actor) REFERENCES users(user_id),
  constraint bulk_searches_pkey PRIMARY KEY (bulk_search),
  constraint bulk_searches_bulk_search_number_key UNIQUE (bulk_search_number)
);
CREATE INDEX bulk_searches_by_actor ON public.bulk_searches USING btree (actor, bulk_search);
CREATE INDEX bulk_searches_open ON public.bulk_searches USING btree (last_chunk_at NULLS FIRST, bulk_search) WHERE (ended_at IS NULL);
CREATE INDEX bulk_searches_open_by_account ON public.bulk_searches USING btree (account) WHERE (ended_at IS NULL);
grant delete, insert, select on bulk_searches to registry_app;
grant update (refused, found, nothing_found, as_of_sequence, as_of_time, searched_place, last_chunk_at, end_state, ended_at) on bulk_searches to registry_app;
comment on table bulk_searches is 'One row a list that is searched. Forgotten some weeks after its end.';
comment on column bulk_searches.logic is 'The search logic under which all of its lines are searched.';
comment on column bulk_searches.as_of_sequence is 'The moment of its first search, and so of all of them.';
comment on column bulk_searches.searched_place is 'Every line up to this place has its outcome.';
comment on column bulk_searches.last_chunk_at is 'Lists take turns: the one that waited longest is next.';

create table certificate_matches (
  search_number text not null,
  piece integer not null,
  match_count integer not null,
  objected_count integer not null,
  matches bytea not null,
  sha256 bytea not null,
  constraint certificate_matches_check CHECK (((objected_count >= 0) AND (objected_count <= match_count))),
  constraint certificate_matches_match_count_check CHECK ((match_count > 0)),
  constraint certificate_matches_piece_check CHECK ((piece >= 0)),
  constraint certificate_matches_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint certificate_matches_search_number_fkey FOREIGN KEY (search_number) REFERENCES searches(search_number) ON DELETE CASCADE,
  constraint certificate_matches_pkey PRIMARY KEY (search_number, piece)
);
CREATE TRIGGER certificate_matches_append_only BEFORE UPDATE OR TRUNCATE ON public.certificate_matches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_matches_kept AFTER DELETE ON public.certificate_matches REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('not exists (select from certificates c
    where c.number = gone.search_number)');
grant delete, insert, select on certificate_matches to registry_app;
comment on table certificate_matches is 'The matches of certificates that have very many, in pieces by rank. Append-only once the certificate is frozen.';
comment on column certificate_matches.objected_count is 'How many of them had open objections.';
comment on column certificate_matches.matches is 'Canonical JSON (RFC 8785): the members of the list, without its brackets.';

create table certificate_parts (
  search_number text not null,
  part integer not null,
  pdf bytea not null,
  sha256 bytea not null,
  made_at timestamp with time zone not null default clock_timestamp(),
  constraint certificate_parts_part_check CHECK ((part > 0)),
  constraint certificate_parts_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint certificate_parts_search_number_fkey FOREIGN KEY (search_number) REFERENCES certificate_preparations(search_number) ON DELETE CASCADE,
  constraint certificate_parts_pkey PRIMARY KEY (search_number, part)
);
CREATE INDEX certificate_parts_by_time ON public.certificate_parts USING btree (made_at);
grant delete, insert, select on certificate_parts to registry_app;
comment on table certificate_parts is 'The PDF of each part, kept for a while: it follows from the frozen facts and is made again when it is asked for later.';

create table certificate_preparations (
  search_number text not null,
  parts integer not null,
  requested_at timestamp with time zone not null default clock_timestamp(),
  taken_until timestamp with time zone not null default '-infinity'::timestamp with time zone,
  finished_at timestamp with time zone,
  constraint certificate_preparations_parts_check CHECK ((parts > 0)),
  constraint certificate_preparations_search_number_fkey FOREIGN KEY (search_number) REFERENCES searches(search_number) ON DELETE CASCADE,
  constraint certificate_preparations_pkey PRIMARY KEY (search_number)
);
CREATE INDEX certificate_preparations_open ON public.certificate_preparations USING btree (taken_until) WHERE (finished_at IS NULL);
grant delete, insert, select, update on certificate_preparations to registry_app;
comment on table certificate_preparations is 'Certificates in parts that were asked for: made by whoever takes them, one step at a time.';
comment on column certificate_preparations.taken_until is 'Until then a process is at work on it; if it died, another goes on after.';

create table certificates (
  number text not null,
  kind text not null,
  issued_at timestamp with time zone not null,
  facts bytea not null,
  facts_sha256 bytea not null,
  stored_at timestamp with time zone not null default clock_timestamp(),
  matches_apart integer,
  constraint certificates_facts_sha256_check CHECK ((octet_length(facts_sha256) = 32)),
  constraint certificates_kind_check CHECK ((kind = ANY (ARRAY['registration_certificate'::text, 'search_certificate'::text, 'overlap_certificate'::text]))),
  constraint certificates_matches_apart_check CHECK ((matches_apart > 0)),
  constraint certificates_number_check CHECK ((number ~ '^[0-9]{20}$'::text)),
  constraint certificates_pkey PRIMARY KEY (number)
);
CREATE TRIGGER certificates_append_only BEFORE UPDATE OR TRUNCATE ON public.certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificates_kept AFTER DELETE ON public.certificates REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('exists (select from destroyed_certificates d where d.number = gone.number
    and d.facts_sha256 = gone.facts_sha256)');
CREATE TRIGGER certificates_of_what_stays BEFORE INSERT ON public.certificates FOR EACH ROW EXECUTE FUNCTION leave_out_destroyed();
grant insert, select on certificates to registry_app;
comment on table certificates is 'The facts of each certificate, frozen when it was first asked for. Append-only.';
comment on column certificates.facts is 'Canonical JSON (RFC 8785).';
comment on column certificates.matches_apart is 'So many matches stand in certificate_matches: in their place the facts here have an empty list; the hash is that of the whole.';

create table code_replacements (
  code_replacement uuid not null default gen_random_uuid(),
  registration bigint not null,
  account bigint not null,
  reason text not null,
  requested_by bigint not null,
  requested_at timestamp with time zone not null default clock_timestamp(),
  approved_by bigint,
  approved_at timestamp with time zone,
  ready_at timestamp with time zone,
  ended_by bigint,
  ended_at timestamp with time zone,
  outcome text,
  constraint code_replacements_check CHECK ((approved_by IS DISTINCT FROM requested_by)),
  constraint code_replacements_check1 CHECK ((((approved_by IS NULL) = (approved_at IS NULL)) AND ((approved_at IS NULL) = (ready_at IS NULL)))),
  constraint code_replacements_check2 CHECK (((outcome IS NULL) = (ended_at IS NULL))),
  constraint code_replacements_outcome_check CHECK ((outcome = ANY (ARRAY['collected'::text, 'cancelled'::text]))),
  constraint code_replacements_account_fkey FOREIGN KEY (account) REFERENCES accounts(account),
  constraint code_replacements_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES users(user_id),
  constraint code_replacements_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES users(user_id),
  constraint code_replacements_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(user_id),
  constraint code_replacements_pkey PRIMARY KEY (code_replacement)
);
CREATE INDEX code_replacements_by_account ON public.code_replacements USING btree (account, requested_at);
CREATE INDEX code_replacements_by_registration ON public.code_replacements USING btree (registration);
CREATE UNIQUE INDEX code_replacements_open ON public.code_replacements USING btree (registration) WHERE (outcome IS NULL);
grant insert, select on code_replacements to registry_app;
grant update (approved_by, approved_at, ready_at, ended_by, ended_at, outcome) on code_replacements to registry_app;
comment on table code_replacements is 'Requests for a new modification code: asked by one person, approved by another, collected after a wait.';
comment on column code_replacements.account is 'The filer''s account for which the code is: only it collects.';
comment on column code_replacements.ready_at is 'From then on the new code can be collected; the old one works until it is.';

create table collateral_texts (
  registration bigint not null,
  from_sequence bigint not null,
  until_sequence bigint,
  descriptions text[] not null,
  items text[] not null,
  folded text not null,
  terms integer[] not null,
  constraint collateral_texts_pkey PRIMARY KEY (registration, from_sequence)
);
CREATE INDEX collateral_texts_by_term ON public.collateral_texts USING gin (terms) WITH (fastupdate=off) WHERE (until_sequence IS NULL);
grant insert, select on collateral_texts to registry_app;
grant update (until_sequence) on collateral_texts to registry_app;
comment on table collateral_texts is 'The text index: descriptions and items of the collateral of a registration, a row a time in which they were the same.';
comment on column collateral_texts.items is 'Name, model, goods, maker and place of each item in a line, each line once. No parties.';
comment on column collateral_texts.folded is 'As it is compared: see src/collateral-texts/folded-text.ts.';
comment on column collateral_texts.terms is 'Words, characters and pairs of characters of it as numbers: they narrow, what is folded decides.';

create table debtor_keys (
  key_digest bytea not null,
  registration bigint not null,
  key text not null,
  kind text not null,
  logic text,
  debtor integer not null,
  matched_as text not null,
  from_sequence bigint not null,
  until_sequence bigint,
  constraint debtor_keys_check CHECK (((kind = 'organization_name'::text) = (logic IS NOT NULL))),
  constraint debtor_keys_kind_check CHECK ((kind = ANY (ARRAY['organization_name'::text, 'identifier'::text]))),
  constraint debtor_keys_matched_as_check CHECK ((matched_as = ANY (ARRAY['current'::text, 'former'::text, 'parent'::text, 'owner'::text])))
);
CREATE INDEX debtor_keys_by_digest ON public.debtor_keys USING btree (key_digest, registration);
CREATE INDEX debtor_keys_by_registration ON public.debtor_keys USING btree (registration);
CREATE TRIGGER debtor_names_forgotten AFTER DELETE ON public.debtor_keys REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION forget_debtor_names();
grant insert, select on debtor_keys to registry_app;
grant update (until_sequence) on debtor_keys to registry_app;
comment on table debtor_keys is 'The search index: each key under which a registration is found, by debtor.';
comment on column debtor_keys.key_digest is 'First 16 bytes of SHA-256 over kind, logic and key: an index entry of one size.';
comment on column debtor_keys.logic is 'The version of the search logic that made a name''s key.';
comment on column debtor_keys.debtor is 'The debtor''s place on the form, from 0.';

create table debtor_name_count (
  counted_up_to bigint not null,
  names bigint not null
);
grant select, update on debtor_name_count to registry_app;
comment on table debtor_name_count is 'One row: up to which debtor_name terms are counted, and how many names that was.';

create table debtor_name_terms (
  term text not null,
  names bigint not null,
  constraint debtor_name_terms_pkey PRIMARY KEY (term)
);
grant insert, select, update on debtor_name_terms to registry_app;
comment on table debtor_name_terms is 'How many names have each term. Statistics: they decide how a near match is looked for, not whether it is one.';

create table debtor_names (
  debtor_name bigint not null generated always as identity,
  key_digest bytea not null,
  key text not null,
  name text not null,
  folded text not null,
  terms tsvector not null,
  constraint debtor_names_key_digest_check CHECK ((octet_length(key_digest) = 16)),
  constraint debtor_names_name_check CHECK ((length(name) <= 200)),
  constraint debtor_names_pkey PRIMARY KEY (debtor_name),
  constraint debtor_names_key_digest_key UNIQUE (key_digest)
);
CREATE INDEX debtor_names_by_term ON public.debtor_names USING gin (terms) WITH (fastupdate=off);
grant insert, select on debtor_names to registry_app;
comment on table debtor_names is 'Each name under which an organisation was ever registered as debtor, or as a debtor''s parent, once a search key; for near matches. Names of individuals are not here.';
comment on column debtor_names.debtor_name is 'In the order of indexing, which statistics go by.';
comment on column debtor_names.key_digest is 'As in debtor_keys, by which it is looked up what is in effect under the name.';
comment on column debtor_names.folded is 'The name in simplified characters as names are compared: see src/near-matches/read-name.ts.';
comment on column debtor_names.terms is 'Pairs of neighbouring characters and what else finds it: see src/near-matches/name-terms.ts.';

create table decision_votes (
  decision uuid not null,
  place smallint not null,
  user_id bigint not null,
  vote text not null,
  reason text,
  at timestamp with time zone not null default clock_timestamp(),
  network inet,
  constraint decision_votes_place_check CHECK ((place = ANY (ARRAY[1, 2]))),
  constraint decision_votes_vote_check CHECK ((vote = ANY (ARRAY['approve'::text, 'reject'::text]))),
  constraint decision_votes_decision_fkey FOREIGN KEY (decision) REFERENCES decisions(decision),
  constraint decision_votes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id),
  constraint decision_votes_pkey PRIMARY KEY (decision, place),
  constraint decision_votes_decision_user_id_key UNIQUE (decision, user_id)
);
CREATE TRIGGER decision_votes_append_only BEFORE DELETE OR TRUNCATE ON public.decision_votes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_votes_kept AFTER UPDATE ON public.decision_votes REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_but_emptying('(select d.registration from decisions d where d.decision = w.decision)', 'reason');
grant insert, select on decision_votes to registry_app;
comment on table decision_votes is 'Who stands for a decision: the first is who proposed it, the second another person. Append-only.';

create table decisions (
  decision uuid not null,
  kind text not null,
  registration bigint,
  content jsonb not null,
  content_sha256 bytea not null,
  proposed_at timestamp with time zone not null default clock_timestamp(),
  ends_at timestamp with time zone not null,
  constraint decisions_content_sha256_check CHECK ((octet_length(content_sha256) = 32)),
  constraint decisions_kind_check CHECK ((kind = ANY (ARRAY['revocation'::text, 'correction'::text, 'reinstatement'::text, 'destruction'::text, 'search_destruction'::text]))),
  constraint decisions_registration_check CHECK (((registration IS NULL) = (kind = 'search_destruction'::text))),
  constraint decisions_pkey PRIMARY KEY (decision)
);
CREATE INDEX decisions_by_end ON public.decisions USING btree (ends_at);
CREATE INDEX decisions_by_registration ON public.decisions USING btree (registration, proposed_at);
CREATE TRIGGER decisions_append_only BEFORE DELETE OR TRUNCATE ON public.decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decisions_kept AFTER UPDATE ON public.decisions REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_but_emptying('w.registration', 'content');
grant insert, select on decisions to registry_app;
comment on table decisions is 'What the register''s office is to carry out once two people said so. Append-only.';
comment on column decisions.decision is 'Also the filing_id of the filing that carries it out: so it is filed once.';
comment on column decisions.content is 'What is to be filed, without the names of the two people; {} once the registration was destroyed.';
comment on column decisions.ends_at is 'Without two votes by then it is over.';

create table destroyed_certificates (
  number text not null,
  kind text not null,
  issued_at timestamp with time zone not null,
  facts_sha256 bytea,
  constraint destroyed_certificates_facts_sha256_check CHECK ((octet_length(facts_sha256) = 32)),
  constraint destroyed_certificates_kind_check CHECK ((kind = ANY (ARRAY['registration_certificate'::text, 'search_certificate'::text, 'overlap_certificate'::text]))),
  constraint destroyed_certificates_number_check CHECK ((number ~ '^[0-9]{20}$'::text)),
  constraint destroyed_certificates_pkey PRIMARY KEY (number)
);
CREATE TRIGGER destroyed_certificates_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.destroyed_certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER destroyed_certificates_judged AFTER INSERT ON public.destroyed_certificates REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_stub_of_undestroyed();
grant select on destroyed_certificates to registry_app;
comment on table destroyed_certificates is 'What stays of certificates whose facts were destroyed: they are still told to be genuine. Append-only.';
comment on column destroyed_certificates.facts_sha256 is 'Null: nobody ever asked for this certificate.';

create table destructions (
  destruction bigint not null generated always as identity,
  decision uuid not null,
  registration bigint,
  ended_on date,
  searches_before timestamp with time zone,
  first_user bigint not null,
  second_user bigint not null,
  row_counts jsonb not null,
  sha256 bytea not null,
  complete boolean not null,
  at timestamp with time zone not null,
  transaction xid8 not null,
  constraint destructions_check CHECK ((first_user <> second_user)),
  constraint destructions_check1 CHECK ((((registration IS NULL) = (ended_on IS NULL)) AND ((registration IS NULL) = (searches_before IS NOT NULL)))),
  constraint destructions_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint destructions_decision_fkey FOREIGN KEY (decision) REFERENCES decisions(decision),
  constraint destructions_first_user_fkey FOREIGN KEY (first_user) REFERENCES users(user_id),
  constraint destructions_registration_fkey FOREIGN KEY (registration) REFERENCES filings(sequence),
  constraint destructions_second_user_fkey FOREIGN KEY (second_user) REFERENCES users(user_id),
  constraint destructions_pkey PRIMARY KEY (destruction),
  constraint destructions_registration_key UNIQUE (registration)
);
CREATE UNIQUE INDEX destructions_by_decision ON public.destructions USING btree (decision) WHERE complete;
CREATE INDEX destructions_by_end ON public.destructions USING btree (ended_on) WHERE (registration IS NOT NULL);
CREATE INDEX destructions_by_transaction ON public.destructions USING btree (transaction);
CREATE TRIGGER destructions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.destructions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER destructions_judged BEFORE INSERT ON public.destructions FOR EACH ROW EXECUTE FUNCTION judge_destruction();
CREATE TRIGGER destructions_wait BEFORE INSERT ON public.destructions FOR EACH ROW EXECUTE FUNCTION wait_for_certificates();
grant select on destructions to registry_app;
comment on table destructions is 'What was destroyed, by which decision of which two people: a registration, or a batch of search records. Append-only.';
comment on column destructions.ended_on is 'The Beijing day on which the registration had ended.';
comment on column destructions.searches_before is 'Search records made before this moment.';
comment on column destructions.row_counts is 'How many rows of what were destroyed.';
comment on column destructions.sha256 is 'Over the commitments of the filings in their order, or over the search numbers in theirs.';
comment on column destructions.complete is 'Nothing of the decision is left to do.';
comment on column destructions.transaction is 'Rows are let go only in the transaction that wrote this one.';

create table discharge_demands (
  demand uuid not null default gen_random_uuid(),
  registration bigint not null,
  account bigint not null,
  actor bigint not null,
  statement text not null,
  relation text not null,
  demanded_at timestamp with time zone not null default clock_timestamp(),
  due_on date not null,
  constraint discharge_demands_account_fkey FOREIGN KEY (account) REFERENCES accounts(account),
  constraint discharge_demands_pkey PRIMARY KEY (demand)
);
CREATE INDEX discharge_demands_by_registration ON public.discharge_demands USING btree (registration, demanded_at);
CREATE TRIGGER discharge_demands_append_only BEFORE UPDATE OR TRUNCATE ON public.discharge_demands FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER discharge_demands_kept AFTER DELETE ON public.discharge_demands REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('destroyed_now(gone.registration)');
grant insert, select on discharge_demands to registry_app;
comment on table discharge_demands is 'Demands that the secured party discharge or amend (the Measures, arts. 16 and 18). No filings, not public. Append-only.';
comment on column discharge_demands.due_on is 'The last of ten working days, by the calendar of the day of the demand.';

create table filing_attachments (
  sequence bigint not null,
  place integer not null,
  registration bigint not null,
  sha256 bytea not null,
  name text,
  constraint filing_attachments_place_check CHECK (((place >= 0) AND (place <= 19))),
  constraint filing_attachments_sequence_fkey FOREIGN KEY (sequence) REFERENCES filings(sequence),
  constraint filing_attachments_sha256_fkey FOREIGN KEY (sha256) REFERENCES attachments(sha256),
  constraint filing_attachments_pkey PRIMARY KEY (sequence, place),
  constraint filing_attachments_sequence_sha256_key UNIQUE (sequence, sha256)
);
CREATE INDEX filing_attachments_by_hash ON public.filing_attachments USING btree (sha256);
CREATE INDEX filing_attachments_by_registration ON public.filing_attachments USING btree (registration, sequence);
CREATE TRIGGER filing_attachments_append_only BEFORE UPDATE OR TRUNCATE ON public.filing_attachments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER filing_attachments_kept AFTER DELETE ON public.filing_attachments REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('destroyed_now(gone.registration)');
grant insert, select on filing_attachments to registry_app;
comment on table filing_attachments is 'What each filing names, derived from its content and written with it. Append-only.';

create table filing_contents (
  sequence bigint not null,
  content bytea not null,
  salt bytea not null,
  constraint filing_contents_salt_check CHECK ((octet_length(salt) = 32)),
  constraint filing_contents_sequence_fkey FOREIGN KEY (sequence) REFERENCES filings(sequence),
  constraint filing_contents_pkey PRIMARY KEY (sequence)
);
CREATE TRIGGER filing_contents_append_only BEFORE UPDATE OR TRUNCATE ON public.filing_contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER filing_contents_kept AFTER DELETE ON public.filing_contents REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('destroyed_now((select registration from filings f
    where f.sequence = gone.sequence))');
grant insert, select on filing_contents to registry_app;
comment on table filing_contents is 'What was filed, as canonical JSON (RFC 8785), apart from the filing so that it can end.';

create table filings (
  sequence bigint not null,
  filed_at timestamp with time zone not null,
  filing_id uuid not null,
  filing_number text not null,
  kind text not null,
  registration bigint not null,
  account bigint not null,
  actor bigint not null,
  commitment bytea not null,
  verification_code text not null,
  constraint filings_check CHECK (((kind = 'initial'::text) = (registration = sequence))),
  constraint filings_commitment_check CHECK ((octet_length(commitment) = 32)),
  constraint filings_filing_number_check CHECK ((filing_number ~ '^[0-9]{20}$'::text)),
  constraint filings_kind_check CHECK ((kind = ANY (ARRAY['initial'::text, 'amendment'::text, 'renewal'::text, 'discharge'::text, 'objection'::text, 'objection_withdrawal'::text, 'case_acceptance'::text, 'objection_lapse'::text, 'revocation'::text, 'correction'::text, 'reinstatement'::text]))),
  constraint filings_sequence_check CHECK ((sequence > 0)),
  constraint filings_pkey PRIMARY KEY (sequence),
  constraint filings_filed_at_key UNIQUE (filed_at),
  constraint filings_filing_id_key UNIQUE (filing_id),
  constraint filings_filing_number_key UNIQUE (filing_number)
);
CREATE INDEX filings_by_registration ON public.filings USING btree (registration, sequence);
CREATE TRIGGER filings_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.filings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on filings to registry_app;
comment on table filings is 'One row an act, in the order in which the acts took effect. Append-only.';
comment on column filings.sequence is 'Dense: 1, 2, 3 … without a gap.';
comment on column filings.filed_at is 'Strictly increasing with sequence; the database clock under the filing lock.';
comment on column filings.filing_id is 'Chosen by the process that files; by it an unknown commit is read back.';
comment on column filings.registration is 'The sequence of the initial filing of the registration that this act is on.';
comment on column filings.account is 'The account of the filer (institution or individual) that the act belongs to.';
comment on column filings.actor is 'The user who did it.';
comment on column filings.commitment is 'SHA-256 of salt and content: stays when the content is destroyed.';
comment on column filings.verification_code is 'Printed on the certificate; with it the public may read the facts.';

create table followers (
  name text not null,
  sequence bigint not null,
  constraint followers_sequence_check CHECK ((sequence >= 0)),
  constraint followers_pkey PRIMARY KEY (name)
);
grant select on followers to registry_app;
grant update (sequence) on followers to registry_app;
comment on table followers is 'Who follows the order of filings, and the last sequence that each has dealt with.';

create table form_entries (
  form_entry uuid not null,
  owner bigint not null,
  security_type text not null,
  answers jsonb not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  updated_at timestamp with time zone not null default clock_timestamp(),
  registration_number text,
  constraint form_entries_owner_fkey FOREIGN KEY (owner) REFERENCES users(user_id),
  constraint form_entries_pkey PRIMARY KEY (form_entry)
);
CREATE INDEX form_entries_by_age ON public.form_entries USING btree (updated_at);
CREATE INDEX form_entries_by_owner ON public.form_entries USING btree (owner, updated_at);
CREATE INDEX form_entries_by_registration ON public.form_entries USING btree (registration_number) WHERE (registration_number IS NOT NULL);
CREATE INDEX form_entries_to_clear ON public.form_entries USING btree (updated_at) WHERE ((registration_number IS NOT NULL) AND (answers <> '{}'::jsonb));
CREATE INDEX form_entries_tried ON public.form_entries USING btree (form_entry) WHERE ((registration_number IS NULL) AND (answers ? 'filingIds'::text));
grant delete, insert, select, update on form_entries to registry_app;
comment on table form_entries is 'What a person has typed so far on the pages of a form. Never searchable.';
comment on column form_entries.answers is 'What was typed, and the filings that were tried with it; {} some time after it was filed.';

create table idempotency_keys (
  actor bigint not null,
  key_hash bytea not null,
  request_hash bytea not null,
  bearer_hash bytea not null,
  answer bytea not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint idempotency_keys_pkey PRIMARY KEY (actor, key_hash)
);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at);
grant delete, insert, select on idempotency_keys to registry_app;
comment on table idempotency_keys is 'Answers that can be sent again for 24 hours.';
comment on column idempotency_keys.answer is 'Sealed by AES-256-GCM under a key derived from the bearer''s secret and the Idempotency-Key; neither is kept.';

create table imported_lines (
  account bigint not null,
  line_digest bytea not null,
  registration bigint not null,
  constraint imported_lines_pkey PRIMARY KEY (account, line_digest)
);
CREATE INDEX imported_lines_by_registration ON public.imported_lines USING btree (registration);
grant insert, select on imported_lines to registry_app;
comment on table imported_lines is 'Import lines without a filer reference, so that a second run files nothing twice.';

create table legal_holds (
  event bigint not null generated always as identity,
  legal_hold uuid not null,
  registration bigint not null,
  kind text not null,
  reason text,
  document text,
  user_id bigint not null,
  network inet,
  at timestamp with time zone not null default clock_timestamp(),
  constraint legal_holds_kind_check CHECK ((kind = ANY (ARRAY['placed'::text, 'lifted'::text]))),
  constraint legal_holds_registration_fkey FOREIGN KEY (registration) REFERENCES filings(sequence),
  constraint legal_holds_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id),
  constraint legal_holds_pkey PRIMARY KEY (event),
  constraint legal_holds_legal_hold_kind_key UNIQUE (legal_hold, kind)
);
CREATE INDEX legal_holds_by_registration ON public.legal_holds USING btree (registration);
CREATE TRIGGER legal_holds_append_only BEFORE DELETE OR TRUNCATE ON public.legal_holds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER legal_holds_judged BEFORE INSERT ON public.legal_holds FOR EACH ROW EXECUTE FUNCTION judge_legal_hold();
CREATE TRIGGER legal_holds_kept AFTER UPDATE ON public.legal_holds REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_but_emptying('w.registration', 'reason,document');
grant insert, select on legal_holds to registry_app;
comment on table legal_holds is 'Holds that stop the destruction of a registration: one row when it is placed, one when it is lifted. Append-only.';
comment on column legal_holds.reason is 'Null once the registration was destroyed.';

create table log_checkpoints (
  tree_size bigint not null,
  root bytea not null,
  note text not null,
  published_at timestamp with time zone not null default clock_timestamp(),
  constraint log_checkpoints_note_check CHECK ((length(note) <= 10000)),
  constraint log_checkpoints_root_check CHECK ((octet_length(root) = 32)),
  constraint log_checkpoints_tree_size_check CHECK ((tree_size >= 0)),
  constraint log_checkpoints_pkey PRIMARY KEY (tree_size)
);
CREATE TRIGGER log_checkpoints_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoints_upwards BEFORE INSERT ON public.log_checkpoints FOR EACH ROW EXECUTE FUNCTION judge_checkpoint();
grant insert, select on log_checkpoints to registry_app;
comment on table log_checkpoints is 'Every head of the log that was signed, as a signed note (C2SP tlog-checkpoint). Append-only, and only upwards.';

create table log_cosignatures (
  tree_size bigint not null,
  verifier_key text not null,
  line text not null,
  received_at timestamp with time zone not null default clock_timestamp(),
  constraint log_cosignatures_line_check CHECK ((length(line) <= 1000)),
  constraint log_cosignatures_verifier_key_check CHECK ((length(verifier_key) <= 500)),
  constraint log_cosignatures_tree_size_fkey FOREIGN KEY (tree_size) REFERENCES log_checkpoints(tree_size),
  constraint log_cosignatures_pkey PRIMARY KEY (verifier_key, tree_size)
);
CREATE INDEX log_cosignatures_by_size ON public.log_cosignatures USING btree (tree_size);
CREATE TRIGGER log_cosignatures_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_cosignatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on log_cosignatures to registry_app;
comment on table log_cosignatures is 'What witnesses signed: that a checkpoint continues all that they saw before (C2SP tlog-cosignature). Append-only.';

create table log_keys (
  verifier_key text not null,
  origin text not null,
  first_size bigint not null,
  added_at timestamp with time zone not null default clock_timestamp(),
  constraint log_keys_first_size_check CHECK ((first_size >= 0)),
  constraint log_keys_origin_check CHECK (((length(origin) >= 1) AND (length(origin) <= 200))),
  constraint log_keys_verifier_key_check CHECK ((length(verifier_key) <= 500)),
  constraint log_keys_pkey PRIMARY KEY (verifier_key)
);
CREATE UNIQUE INDEX log_keys_first ON public.log_keys USING btree ((true)) WHERE (first_size = 0);
CREATE TRIGGER log_keys_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on log_keys to registry_app;
comment on table log_keys is 'The public keys under which checkpoints of the log were signed, each from which size on. Append-only.';

create table log_tiles (
  level integer not null,
  tile bigint not null,
  hashes bytea not null,
  constraint log_tiles_hashes_check CHECK ((((octet_length(hashes) >= 32) AND (octet_length(hashes) <= 8192)) AND ((octet_length(hashes) % 32) = 0))),
  constraint log_tiles_level_check CHECK (((level >= 0) AND (level <= 63))),
  constraint log_tiles_tile_check CHECK ((tile >= 0)),
  constraint log_tiles_pkey PRIMARY KEY (level, tile)
);
CREATE TRIGGER log_tiles_append_only BEFORE DELETE OR TRUNCATE ON public.log_tiles FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_tiles_grow BEFORE UPDATE ON public.log_tiles FOR EACH ROW EXECUTE FUNCTION refuse_change_but_growth();
grant insert, select on log_tiles to registry_app;
grant update (hashes) on log_tiles to registry_app;
comment on table log_tiles is 'The Merkle tree over the filings (RFC 6962) as tiles (C2SP tlog-tiles), at most 256 hashes each. They only grow.';
comment on column log_tiles.hashes is 'Level 0: hashes of leaves, leaf i being filing i + 1. Above: roots of full tiles of the level below.';

create table modification_code_failures (
  registration_number text not null,
  actor bigint not null,
  network inet,
  failed_at timestamp with time zone not null default clock_timestamp()
);
CREATE INDEX modification_code_failures_by_registration ON public.modification_code_failures USING btree (registration_number, failed_at);
grant delete, insert, select on modification_code_failures to registry_app;
comment on table modification_code_failures is 'Recent wrong modification codes, by registration.';

create table modification_codes (
  registration bigint not null,
  code_hash bytea not null,
  from_sequence bigint not null,
  until_sequence bigint,
  modification_code bigint not null generated always as identity,
  issued_at timestamp with time zone not null default clock_timestamp(),
  constraint modification_codes_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  constraint modification_codes_pkey PRIMARY KEY (modification_code)
);
CREATE INDEX modification_codes_by_registration ON public.modification_codes USING btree (registration);
CREATE UNIQUE INDEX modification_codes_live ON public.modification_codes USING btree (registration) WHERE (until_sequence IS NULL);
grant insert, select on modification_codes to registry_app;
grant update (until_sequence) on modification_codes to registry_app;
comment on table modification_codes is 'SHA-256 of each registration''s modification code. A credential: not derived.';

create table notice_reads (
  user_id bigint not null,
  notice bigint not null,
  constraint notice_reads_notice_fkey FOREIGN KEY (notice) REFERENCES notices(notice),
  constraint notice_reads_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id),
  constraint notice_reads_pkey PRIMARY KEY (user_id, notice)
);
CREATE INDEX notice_reads_by_notice ON public.notice_reads USING btree (notice);
grant delete, insert, select on notice_reads to registry_app;
comment on table notice_reads is 'Notices read beyond notices_read_up_to: those so new that an earlier one may still be on its way.';

create table notices (
  notice bigint not null generated always as identity,
  account bigint not null,
  user_id bigint,
  kind text not null,
  registration_number text,
  filing_number text,
  details jsonb not null default '{}'::jsonb,
  source text not null,
  at timestamp with time zone not null default clock_timestamp(),
  constraint notices_details_check CHECK (((jsonb_typeof(details) = 'object'::text) AND (length((details)::text) <= 2000))),
  constraint notices_filing_number_check CHECK ((filing_number ~ '^[0-9]{20}$'::text)),
  constraint notices_kind_check CHECK (((kind ~ '^[a-z]+(_[a-z]+)*$'::text) AND (length(kind) <= 60))),
  constraint notices_registration_number_check CHECK ((registration_number ~ '^[0-9]{20}$'::text)),
  constraint notices_source_check CHECK ((length(source) <= 200)),
  constraint notices_account_fkey FOREIGN KEY (account) REFERENCES accounts(account),
  constraint notices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id),
  constraint notices_pkey PRIMARY KEY (notice),
  constraint notices_source_key UNIQUE (source)
);
CREATE INDEX notices_by_account ON public.notices USING btree (account, notice);
CREATE INDEX notices_by_registration ON public.notices USING btree (registration_number) WHERE (registration_number IS NOT NULL);
CREATE INDEX notices_of_ended_drafts ON public.notices USING btree (user_id, notice) WHERE (kind = 'draft_ended'::text);
CREATE TRIGGER notices_append_only BEFORE UPDATE OR TRUNCATE ON public.notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notices_kept AFTER DELETE ON public.notices REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('destroyed_now((select registration from filings f
    where f.filing_number = gone.registration_number))');
grant insert, select on notices to registry_app;
comment on table notices is 'One row a notice to an account, or to one of its users. Append-only.';
comment on column notices.user_id is 'Null: for everybody of the account.';
comment on column notices.kind is 'One of src/notices/notice.ts, which also says what its details are.';
comment on column notices.details is 'No personal data beyond what the page of the registration shows.';
comment on column notices.source is 'What it comes from and for whom: the same is told once, however often it is added.';

create table notices_read_up_to (
  user_id bigint not null,
  notice bigint not null,
  constraint notices_read_up_to_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id),
  constraint notices_read_up_to_pkey PRIMARY KEY (user_id)
);
grant insert, select, update on notices_read_up_to to registry_app;
comment on table notices_read_up_to is 'Every notice up to this one has been read by the user. Only ever rises.';

create table objections (
  objection bigint not null,
  registration bigint not null,
  filing_number text not null,
  account bigint not null,
  filed_at timestamp with time zone not null,
  status text not null,
  from_sequence bigint not null,
  until_sequence bigint,
  constraint objections_status_check CHECK ((status = ANY (ARRAY['noted'::text, 'case_accepted'::text, 'withdrawn'::text, 'lapsed'::text, 'revoked'::text]))),
  constraint objections_pkey PRIMARY KEY (objection, from_sequence)
);
CREATE INDEX objections_by_account ON public.objections USING btree (account, objection) WHERE (until_sequence IS NULL);
CREATE INDEX objections_by_registration ON public.objections USING btree (registration);
CREATE INDEX objections_noted ON public.objections USING btree (filed_at) WHERE ((until_sequence IS NULL) AND (status = 'noted'::text));
grant insert, select on objections to registry_app;
grant update (until_sequence) on objections to registry_app;
comment on table objections is 'One row a state of an objection, derived. Lapse in time follows from filed_at until it is filed.';
comment on column objections.objection is 'The sequence of the filing that made it.';
comment on column objections.account is 'The account that objected, which alone may withdraw it.';

create table overlap_checks (
  check_number text not null,
  checked_at timestamp with time zone not null default clock_timestamp(),
  actor bigint not null,
  account bigint not null,
  network inet,
  purpose text not null,
  search_logic text not null,
  similarity_rule text not null,
  as_of_sequence bigint not null,
  as_of_time timestamp with time zone not null,
  lines jsonb not null,
  exact_hits jsonb not null,
  more_hits integer[] not null,
  similar_hits jsonb not null,
  similar_as_of_sequence bigint not null,
  similar_complete boolean not null,
  counts jsonb not null,
  verification_code text not null,
  constraint overlap_checks_check_number_check CHECK ((check_number ~ '^[0-9]{20}$'::text)),
  constraint overlap_checks_pkey PRIMARY KEY (check_number)
);
CREATE INDEX overlap_checks_by_actor ON public.overlap_checks USING btree (actor, checked_at);
CREATE TRIGGER overlap_checks_append_only BEFORE UPDATE OR TRUNCATE ON public.overlap_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER overlap_checks_kept AFTER DELETE ON public.overlap_checks REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('searches_destroyed_now(gone.checked_at)
    and exists (select from destroyed_certificates d where d.number = gone.check_number)');
grant insert, select on overlap_checks to registry_app;
comment on table overlap_checks is 'One row a list that was checked. Append-only.';
comment on column overlap_checks.lines is 'The lines as they were asked, in their order.';
comment on column overlap_checks.exact_hits is 'Place of the line from 0, registration, filing from which the number is listed, kinds. Facts follow from as_of_sequence.';
comment on column overlap_checks.more_hits is 'Places of lines whose number more registrations list than are told.';
comment on column overlap_checks.similar_hits is 'Place of the line, registration, share of its terms in percent, which text of the registration.';
comment on column overlap_checks.similar_as_of_sequence is 'Texts were compared as of this sequence: they follow the order, at times some seconds behind.';

create table register_head (
  only_row boolean not null default true,
  last_sequence bigint not null,
  last_filed_at timestamp with time zone not null,
  closed_at timestamp with time zone not null,
  constraint register_head_check CHECK ((closed_at >= last_filed_at)),
  constraint register_head_only_row_check CHECK (only_row),
  constraint register_head_pkey PRIMARY KEY (only_row)
) with (fillfactor=50);
grant select, update on register_head to registry_app;
comment on table register_head is 'The head of the order: one row, changed only under the filing lock.';
comment on column register_head.closed_at is 'The time up to which the order is closed: no later filing can be at or before it.';

create table register_identity (
  only_row boolean not null default true,
  name text not null,
  sandbox boolean not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint register_identity_only_row_check CHECK (only_row),
  constraint register_identity_pkey PRIMARY KEY (only_row)
);
grant insert, select on register_identity to registry_app;
comment on table register_identity is 'Which register this is. A sandbox says so on every page and certificate.';

create table registrations (
  registration bigint not null,
  from_sequence bigint not null,
  until_sequence bigint,
  registration_number text not null,
  security_type text not null,
  filed_at timestamp with time zone not null,
  expires_on date not null,
  ended text,
  account bigint not null,
  filer_reference text,
  secured_parties jsonb not null,
  debtors jsonb not null,
  collateral_summary text not null,
  open_objections integer not null default 0,
  debtor_names text default "left"(lower((NORMALIZE((jsonb_path_query_array(debtors, '$[*]."name"'::jsonpath))::text, NFKC) COLLATE pg_c_utf8)), 400),
  constraint registrations_ended_check CHECK ((ended = ANY (ARRAY['discharged'::text, 'revoked'::text]))),
  constraint registrations_pkey PRIMARY KEY (registration, from_sequence)
);
CREATE INDEX registrations_by_end ON public.registrations USING btree (from_sequence) WHERE ((until_sequence IS NULL) AND (ended IS NOT NULL));
CREATE INDEX registrations_by_expiry ON public.registrations USING btree (expires_on, registration) WHERE ((until_sequence IS NULL) AND (ended IS NULL));
CREATE INDEX registrations_by_filer_reference ON public.registrations USING btree (account, filer_reference) WHERE ((from_sequence = registration) AND (filer_reference IS NOT NULL));
CREATE UNIQUE INDEX registrations_by_number ON public.registrations USING btree (registration_number) WHERE (from_sequence = registration);
CREATE INDEX registrations_of_account ON public.registrations USING btree (account, registration) INCLUDE (security_type, ended, expires_on, filer_reference, debtor_names) WHERE (until_sequence IS NULL);
grant insert, select on registrations to registry_app;
grant update (until_sequence) on registrations to registry_app;
comment on table registrations is 'One row a state of a registration. Expiry is not stored: it follows from expires_on.';
comment on column registrations.registration is 'The sequence of the initial filing.';
comment on column registrations.registration_number is 'The filing number of the initial filing.';
comment on column registrations.expires_on is 'The last day in effect, until 24:00 in Beijing.';
comment on column registrations.secured_parties is 'Kind, name and identifier of each, as they stand.';
comment on column registrations.open_objections is 'Objections that are noted or whose case a court has accepted.';
comment on column registrations.debtor_names is 'For parts of names: the JSON list of the debtors'' names with width and case unified, its first 400 characters.';

create table search_logics (
  version text not null,
  begun_at timestamp with time zone not null default clock_timestamp(),
  begun_sequence bigint not null,
  keyed_sequence bigint not null default 0,
  completed_at timestamp with time zone,
  constraint search_logics_begun_sequence_check CHECK ((begun_sequence >= 0)),
  constraint search_logics_check CHECK ((keyed_sequence <= begun_sequence)),
  constraint search_logics_check1 CHECK (((completed_at IS NULL) OR (keyed_sequence = begun_sequence))),
  constraint search_logics_keyed_sequence_check CHECK ((keyed_sequence >= 0)),
  constraint search_logics_version_check CHECK ((version ~ '^[1-9][0-9]{0,3}$'::text)),
  constraint search_logics_pkey PRIMARY KEY (version)
);
CREATE TRIGGER search_logics_forward BEFORE UPDATE ON public.search_logics FOR EACH ROW EXECUTE FUNCTION refuse_unbuilding();
CREATE TRIGGER search_logics_kept BEFORE DELETE OR TRUNCATE ON public.search_logics FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant select on search_logics to registry_app;
grant insert (version, begun_sequence) on search_logics to registry_app;
grant update (keyed_sequence, completed_at) on search_logics to registry_app;
comment on table search_logics is 'Versions of the search logic. Searches answer by the newest that is complete.';
comment on column search_logics.begun_sequence is 'Every filing after it wrote its keys under this version itself.';
comment on column search_logics.keyed_sequence is 'Registrations filed up to it have their keys under this version.';
comment on column search_logics.completed_at is 'When every registration had its keys. Searches after it answer by this version.';

create table searched_keys (
  key_digest bytea not null,
  searched_at timestamp with time zone not null,
  search_number text not null,
  account bigint not null,
  purpose text not null,
  constraint searched_keys_key_digest_check CHECK ((octet_length(key_digest) = 16)),
  constraint searched_keys_pkey PRIMARY KEY (key_digest, searched_at, search_number) INCLUDE (account, purpose)
);
CREATE INDEX searched_keys_by_time ON public.searched_keys USING brin (searched_at) WITH (pages_per_range='32');
grant insert, select on searched_keys to registry_app;
comment on table searched_keys is 'One row a debtor key that a search asked for. Destroyed with its search.';
comment on column searched_keys.key_digest is 'As in debtor_keys: of a number, or of a name under a version of the logic.';
comment on column searched_keys.account is 'Whose search it was. Never shown to the debtor.';

create table searches (
  search_number text not null,
  searched_at timestamp with time zone not null default clock_timestamp(),
  actor bigint not null,
  account bigint not null,
  network inet,
  query jsonb not null,
  purpose text not null,
  logic text not null,
  as_of_sequence bigint not null,
  as_of_time timestamp with time zone not null,
  matches jsonb not null,
  verification_code text not null,
  constraint searches_search_number_check CHECK ((search_number ~ '^[0-9]{20}$'::text)),
  constraint searches_pkey PRIMARY KEY (search_number)
);
CREATE INDEX searches_by_actor ON public.searches USING btree (actor, searched_at);
CREATE INDEX searches_by_time ON public.searches USING brin (searched_at) WITH (pages_per_range='32');
CREATE TRIGGER searches_append_only BEFORE UPDATE OR TRUNCATE ON public.searches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER searches_kept AFTER DELETE ON public.searches REFERENCING OLD TABLE AS gone_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_undestroyed('searches_destroyed_now(gone.searched_at)
    and exists (select from destroyed_certificates d where d.number = gone.search_number)');
grant insert, select on searches to registry_app;
comment on table searches is 'One row a search. Append-only.';
comment on column searches.as_of_sequence is 'Every filing up to this sequence was considered, none after.';
comment on column searches.as_of_time is 'The time up to which the order was closed when the search was made.';
comment on column searches.matches is 'In order of rank: the registration and by what it was found. Its facts follow from as_of_sequence.';

create table searches_followed (
  only_row boolean not null default true,
  until timestamp with time zone not null,
  constraint searches_followed_only_row_check CHECK (only_row),
  constraint searches_followed_pkey PRIMARY KEY (only_row)
);
grant select on searches_followed to registry_app;
grant update (until) on searches_followed to registry_app;
comment on table searches_followed is 'One row: every search before this moment has its rows in searched_keys.';

create table sessions (
  token_hash bytea not null,
  user_id bigint not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  seen_at timestamp with time zone not null default clock_timestamp(),
  expires_at timestamp with time zone not null,
  language text,
  constraint sessions_language_check CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint sessions_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id),
  constraint sessions_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX sessions_by_user ON public.sessions USING btree (user_id);
grant delete, insert, select, update on sessions to registry_app;
comment on table sessions is 'SHA-256 of each session token; idle and absolute ends are judged at use.';

create table sign_in_failures (
  login_name text not null,
  network inet not null,
  failed_at timestamp with time zone not null default clock_timestamp()
);
CREATE INDEX sign_in_failures_by_name ON public.sign_in_failures USING btree (login_name, failed_at);
CREATE INDEX sign_in_failures_by_network ON public.sign_in_failures USING btree (network, failed_at);
grant delete, insert, select on sign_in_failures to registry_app;
comment on table sign_in_failures is 'Recent failed sign-ins, by name and network, to slow guessing down.';

create table users (
  user_id bigint not null generated always as identity,
  account bigint not null,
  login_name text not null,
  display_name text not null,
  role text not null,
  password_hash text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  closed_at timestamp with time zone,
  constraint users_login_name_check CHECK ((login_name ~ '^[a-z0-9][a-z0-9._@-]{1,99}$'::text)),
  constraint users_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'operator'::text, 'searcher'::text, 'registrar'::text, 'court'::text]))),
  constraint users_account_fkey FOREIGN KEY (account) REFERENCES accounts(account),
  constraint users_pkey PRIMARY KEY (user_id),
  constraint users_login_name_key UNIQUE (login_name)
);
grant insert, select on users to registry_app;
grant update (display_name, password_hash, closed_at) on users to registry_app;
comment on table users is 'A person who signs in. Operators and administrators are regular users 常用户, searchers ordinary 普通用户.';

CREATE OR REPLACE FUNCTION public.destroy_registration(of_registration bigint, by_decision uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  number text;
  logged destructions%rowtype;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a destruction is judged on what is committed: use read committed';
  end if;
  -- Who derives texts from content holds this row meanwhile. It is waited for before the filing lock is taken.
  perform from followers where name = 'index-collateral-texts' for update;
  perform pg_advisory_xact_lock(7203110411);
  if exists (select from destructions where registration = of_registration) then
    return false;
  end if;
  select filing_number into number from filings where sequence = of_registration and kind = 'initial';
  insert into destructions (decision, registration, row_counts, sha256, complete) values (by_decision, of_registration,
    jsonb_build_object(
      'filingContents', (select count(*) from filing_contents join filings using (sequence)
        where registration = of_registration),
      'certificates', (select count(*) from certificates c join filings f on f.filing_number = c.number
        where f.registration = of_registration),
      'attachments', (select count(*) from filing_attachments where registration = of_registration),
      'searchKeys', (select count(*) from debtor_keys where registration = of_registration)
        + (select count(*) from asset_keys where registration = of_registration),
      'dischargeDemands', (select count(*) from discharge_demands where registration = of_registration),
      'notices', (select count(*) from notices where registration_number = number)),
    (select sha256(string_agg(commitment, ''::bytea order by sequence)) from filings
      where registration = of_registration),
    true)
    returning * into logged;

  insert into destroyed_certificates (number, kind, issued_at, facts_sha256)
    select f.filing_number, 'registration_certificate', f.filed_at, c.facts_sha256
    from filings f left join certificates c on c.number = f.filing_number where f.registration = of_registration;
  delete from certificates c using filings f where f.registration = of_registration and c.number = f.filing_number;
  delete from filing_contents c using filings f where f.registration = of_registration and c.sequence = f.sequence;

  -- What no other filing names is removed by the job that removes unnamed attachments.
  delete from filing_attachments where registration = of_registration;
  delete from registrations where registration = of_registration;
  delete from debtor_keys where registration = of_registration;
  delete from asset_keys where registration = of_registration;
  delete from collateral_texts where registration = of_registration;
  delete from objections where registration = of_registration;
  delete from modification_codes where registration = of_registration;
  delete from imported_lines where registration = of_registration;
  delete from discharge_demands where registration = of_registration;
  delete from code_replacements where registration = of_registration;
  -- What a batch says of its acts is about all of its registrations: it goes with the last of them.
  with line as (delete from batch_lines where registration = of_registration returning batch, place)
    delete from batches b using line where b.batch = line.batch and not exists (select from batch_lines other
      where other.batch = line.batch and (other.batch, other.place) not in (select batch, place from line));

  delete from modification_code_failures where registration_number = number;
  delete from act_drafts where registration_number = number;
  delete from form_entries where registration_number = number;
  delete from notice_reads r using notices n where n.registration_number = number and r.notice = n.notice;
  delete from notices where registration_number = number;

  update decision_votes v set reason = null from decisions d
    where d.registration = of_registration and v.decision = d.decision and v.reason is not null;
  update decisions set content = '{}' where registration = of_registration and kind <> 'destruction';
  update legal_holds set reason = null, document = null where registration = of_registration;

  insert into audit_events (user_id, act, subject) values (logged.second_user, 'registration.destroyed', number);
  return true;
end $function$;
-- may be called by: registry_app, registry_owner

CREATE OR REPLACE FUNCTION public.destroy_searches(by_decision uuid, rows_max integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  moment timestamptz;
  held bigint[];
  numbers text[];
  checks text[];
  taken integer;
  first_at timestamptz;
  last_at timestamptz;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a destruction is judged on what is committed: use read committed';
  end if;
  -- Who follows searches holds this row meanwhile: nothing is derived of a search that is destroyed.
  perform from searches_followed for update;
  select (content ->> 'searchedBefore')::timestamptz into moment from decisions where decision = by_decision for update;
  if exists (select from destructions where decision = by_decision and complete) then
    return 0;
  end if;
  lock table legal_holds in share mode;
  select coalesce(array_agg(h.registration), '{}') into held from legal_holds h where h.kind = 'placed'
    and not exists (select from legal_holds l where l.legal_hold = h.legal_hold and l.kind = 'lifted');
  select coalesce(array_agg(search_number order by search_number), '{}') into numbers from (
    select search_number from searches where searched_at < moment
      and not exists (select from jsonb_array_elements(matches) m where (m ->> 0)::bigint = any(held))
    limit rows_max) due;
  select coalesce(array_agg(check_number order by check_number), '{}') into checks from (
    select check_number from overlap_checks where checked_at < moment
      and not exists (select from jsonb_array_elements(exact_hits || similar_hits) m
        where (m ->> 1)::bigint = any(held))
    limit rows_max - cardinality(numbers)) due;
  taken := cardinality(numbers) + cardinality(checks);
  insert into destructions (decision, searches_before, row_counts, sha256, complete) values (by_decision, moment,
    jsonb_build_object('searches', cardinality(numbers), 'overlapChecks', cardinality(checks), 'certificates',
      (select count(*) from certificates where number = any(numbers || checks))),
    sha256(convert_to(array_to_string(numbers || checks, ''), 'UTF8')), taken < rows_max);
  insert into destroyed_certificates (number, kind, issued_at, facts_sha256)
    select s.search_number, 'search_certificate', s.searched_at, c.facts_sha256
    from searches s left join certificates c on c.number = s.search_number where s.search_number = any(numbers)
    union all
    select o.check_number, 'overlap_certificate', o.checked_at, c.facts_sha256
    from overlap_checks o left join certificates c on c.number = o.check_number where o.check_number = any(checks);
  delete from certificates where number = any(numbers || checks);
  select min(searched_at), max(searched_at) into first_at, last_at from searches where search_number = any(numbers);
  delete from searched_keys where searched_at between first_at and last_at and search_number = any(numbers);
  delete from searches where search_number = any(numbers);
  delete from overlap_checks where check_number = any(checks);
  return taken;
end $function$;
-- may be called by: registry_app, registry_owner

CREATE OR REPLACE FUNCTION public.destroyed_now(of_registration bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from destructions
    where transaction = pg_current_xact_id() and registration = of_registration)
$function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.forget_asset_numbers()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from asset_numbers n using (select distinct key_digest from gone_rows) gone
    where n.key_digest = gone.key_digest and not exists (select from asset_keys k where k.key_digest = n.key_digest);
  return null;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.forget_debtor_names()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from debtor_names n using (select distinct key_digest from gone_rows) gone
    where n.key_digest = gone.key_digest and not exists (select from debtor_keys k where k.key_digest = n.key_digest);
  return null;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.judge_checkpoint()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from log_checkpoints where tree_size >= new.tree_size) then
    raise exception 'a checkpoint of size % or more is published already', new.tree_size
      using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.judge_destruction()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  decided decisions%rowtype;
  voters bigint[];
begin
  select * into decided from decisions where decision = new.decision;
  select array_agg(v.user_id order by v.place) into voters from decision_votes v join users u using (user_id)
    where v.decision = new.decision and v.vote = 'approve' and u.role = 'registrar';
  if decided.kind is distinct from (case when new.registration is null then 'search_destruction' else 'destruction' end)
    or decided.registration is distinct from new.registration or decided.ends_at < clock_timestamp()
    or cardinality(voters) is distinct from 2 or voters[1] = voters[2]
  then
    perform refuse_destruction('destruction_not_approved', 'two registrars must have approved this very destruction');
  end if;
  if new.registration is not null then
    if exists (select from legal_holds h where h.registration = new.registration and h.kind = 'placed'
      and not exists (select from legal_holds l where l.legal_hold = h.legal_hold and l.kind = 'lifted'))
    then
      perform refuse_destruction('legal_hold_stands', 'a legal hold stands on the registration');
    end if;
    if exists (select from legal_holds h where h.registration = new.registration and h.at > decided.proposed_at) then
      perform refuse_destruction('destruction_not_approved', 'a legal hold came after the proposal: propose it anew');
    end if;
    new.ended_on := registration_ends_on(new.registration);
    if new.ended_on is null or not (new.ended_on + interval '15 years')::date < register_today() then
      perform refuse_destruction('retention_not_over', 'the registration has not ended more than fifteen years ago');
    end if;
  elsif new.searches_before is distinct from (decided.content ->> 'searchedBefore')::timestamptz
    or ((new.searches_before at time zone 'Asia/Shanghai')::date + interval '15 years')::date > register_today()
  then
    perform refuse_destruction('retention_not_over', 'these searches were not all made more than fifteen years ago');
  end if;
  new.first_user := voters[1];
  new.second_user := voters[2];
  new.at := clock_timestamp();
  new.transaction := pg_current_xact_id();
  return new;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.judge_legal_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(7203110411);
  if exists (select from destructions where registration = new.registration) then
    perform refuse_destruction('content_destroyed', 'the registration was destroyed');
  end if;
  if new.kind = 'lifted' and not exists (select from legal_holds
    where legal_hold = new.legal_hold and kind = 'placed' and registration = new.registration)
  then
    perform refuse_destruction('not_found', 'there is no such hold on the registration');
  end if;
  return new;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.leave_out_destroyed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  of_registration bigint;
begin
  select registration into of_registration from filings where filing_number = new.number;
  perform pg_advisory_xact_lock_shared(72031104, (coalesce(of_registration, 0) % 2147483647)::integer);
  if exists (select from destroyed_certificates where number = new.number) then
    return null;
  end if;
  return new;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'A correction is a new filing.';
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.refuse_change_but_emptying()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  refused boolean;
begin
  execute format('select exists (select from rows_after n where not exists (select from rows_before w
    where to_jsonb(w) - $1 = to_jsonb(n) - $1 and destroyed_now(%s)))', tg_argv[0])
    into refused using string_to_array(tg_argv[1], ',');
  if refused then
    raise exception 'rows of % are never changed: update refused', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.refuse_change_but_growth()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.level <> old.level or new.tile <> old.tile or octet_length(new.hashes) <= octet_length(old.hashes)
    or substr(new.hashes, 1, octet_length(old.hashes)) <> old.hashes then
    raise exception 'a tile of the log only grows at its end: tile % of level % refused', old.tile, old.level
      using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.refuse_destruction(code text, words text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  raise exception '%', words using errcode = 'restrict_violation', constraint = code;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.refuse_stub_of_undestroyed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if exists (select from new_rows n where not coalesce(
    destroyed_now((select f.registration from filings f where f.filing_number = n.number)) or
    (select searches_destroyed_now(s.searched_at) from searches s where s.search_number = n.number) or
    (select searches_destroyed_now(c.checked_at) from overlap_checks c where c.check_number = n.number), false))
  then
    raise exception 'only what is destroyed in this transaction leaves its number and hash here'
      using errcode = 'restrict_violation';
  end if;
  return null;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.refuse_unbuilding()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if new.version <> old.version or new.begun_at <> old.begun_at or new.begun_sequence <> old.begun_sequence
    or new.keyed_sequence < old.keyed_sequence or old.completed_at is not null then
    raise exception 'a version of the search logic only goes forward, and never once it is complete'
      using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.refuse_undestroyed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  refused boolean;
begin
  execute format('select exists (select from gone_rows gone where (%s) is not true)', tg_argv[0]) into refused;
  if refused then
    raise exception 'rows of % are never deleted, but by a destruction that two people decided', tg_table_name
      using errcode = 'restrict_violation', hint = 'See destroy_registration and destroy_searches.';
  end if;
  return null;
end $function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.register_today()
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select (least(clock_timestamp(), closed_at) at time zone 'Asia/Shanghai')::date from register_head
$function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.registration_ends_on(of_registration bigint)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with acts as (
    select f.sequence, f.kind, (f.filed_at at time zone 'Asia/Shanghai')::date as filed_on,
      c.sequence is null as missing,
      case when f.kind in ('initial', 'renewal', 'revocation') then convert_from(c.content, 'UTF8')::jsonb end as said
    from filings f left join filing_contents c using (sequence) where f.registration = of_registration
  ), ending as (
    select kind, filed_on from acts
    where kind in ('discharge', 'reinstatement') or (kind = 'revocation' and said ->> 'scope' = 'registration')
    order by sequence desc limit 1
  ), term as (
    select bool_or(missing) as missing, max(filed_on) as last_filed_on,
      (min(filed_on) filter (where kind = 'initial') + make_interval(months => (sum((said ->> 'termMonths')::integer)
        filter (where kind = 'initial') + coalesce(sum((said ->> 'additionalMonths')::integer)
        filter (where kind = 'renewal'), 0))::integer))::date as expires_on
    from acts
  )
  select case when missing or expires_on is null then null
    when ending.kind in ('discharge', 'revocation') then greatest(ending.filed_on, last_filed_on)
    else greatest(expires_on, last_filed_on) end
  from term left join ending on true
$function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.searches_destroyed_now(of_time timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from destructions
    where transaction = pg_current_xact_id() and searches_before > of_time)
$function$;
-- may be called by: public

CREATE OR REPLACE FUNCTION public.wait_for_certificates()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(72031104, (coalesce(new.registration, 0) % 2147483647)::integer);
  return new;
end $function$;
-- may be called by: public

-- extension plpgsql
-- schema public, its owner pg_database_owner
-- sequence accounts_account_seq of accounts
-- sequence api_keys_api_key_seq of api_keys
-- sequence audit_events_event_seq of audit_events
-- sequence bulk_searches_bulk_search_seq of bulk_searches
-- sequence debtor_names_debtor_name_seq of debtor_names
-- sequence destructions_destruction_seq of destructions
-- sequence legal_holds_event_seq of legal_holds
-- sequence modification_codes_modification_code_seq of modification_codes
-- sequence notices_notice_seq of notices
-- sequence users_user_id_seq of users
