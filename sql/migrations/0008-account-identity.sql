-- By which number an account is known as a party, and since when its identity is verified.

alter table accounts add column identifier_key text;
alter table accounts add column identity_verified_at timestamptz;
comment on column accounts.identifier_key is 'The search key of the identifier: equal to a party''s, the account is that party, if it is verified.';
comment on column accounts.identity_verified_at is 'Null: nobody has verified that the account is who its identifier says.';
create index accounts_by_identifier_key on accounts (identifier_key) where identity_verified_at is not null;

-- Holds for every new row at once; 0009 fills the others.
alter table accounts add constraint accounts_identifier_key_check
  check ((identifier is null) = (identifier_key is null)) not valid;
