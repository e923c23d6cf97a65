-- The registrations of an account as they stand, newest first. What filters of the list ask is in the index, so that
-- what few of a million registrations pass is found without reading their rows. An index entry has 2,704 bytes at most:
-- hence the bound on the names.

alter table registrations add column debtor_names text generated always as (left(
  lower(normalize(jsonb_path_query_array(debtors, '$[*].name')::text, nfkc) collate pg_c_utf8), 400)) stored;
comment on column registrations.debtor_names is 'For parts of names: the JSON list of the debtors'' names with width and case unified, its first 400 characters.';

create index registrations_of_account on registrations (account, registration)
  include (security_type, ended, expires_on, filer_reference, debtor_names) where until_sequence is null;
drop index registrations_by_account;
