-- Wrong modification codes, to slow guessing down by registration.

create table modification_code_failures (
  registration_number text not null,
  actor bigint not null,
  network inet,
  failed_at timestamptz not null default clock_timestamp()
);
comment on table modification_code_failures is 'Recent wrong modification codes, by registration.';
create index modification_code_failures_by_registration on modification_code_failures (registration_number, failed_at);

grant select, insert, delete on modification_code_failures to registry_app;
