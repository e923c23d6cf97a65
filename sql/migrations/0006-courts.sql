-- Courts read what parties read, without being one.

alter table accounts drop constraint accounts_kind_check;
alter table accounts add constraint accounts_kind_check
  check (kind in ('institution', 'individual', 'registrar', 'court'));
comment on table accounts is 'Whose act it is: an institution, an individual, the register''s own office, or a court.';

alter table users drop constraint users_role_check;
alter table users add constraint users_role_check
  check (role in ('administrator', 'operator', 'searcher', 'registrar', 'court'));
