-- Accounts that were there before: institutions, offices and courts were reviewed before they were made; their numbers
-- were stored in the form in which they are keyed.

update accounts set
  identifier_key = (identifier ->> 'scheme') || ':'
    || case when identifier ->> 'scheme' in ('foreign_registration', 'passport')
         then (identifier ->> 'country') || ':' else '' end
    || upper(identifier ->> 'value'),
  identity_verified_at = case when kind <> 'individual' then created_at end;
alter table accounts validate constraint accounts_identifier_key_check;
