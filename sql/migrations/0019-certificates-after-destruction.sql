-- A certificate may be frozen at the moment at which its registration or search is destroyed. One waits for the other,
-- so that nothing is frozen of what is gone.

create function wait_for_certificates() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(72031104, (coalesce(new.registration, 0) % 2147483647)::integer);
  return new;
end $$;
create trigger destructions_wait before insert on destructions for each row execute function wait_for_certificates();

-- Certificates of searches share the place 0, which no registration has.
create function leave_out_destroyed() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  of_registration bigint;
begin
  select registration into of_registration from filings where filing_number = new.number;
  perform pg_advisory_xact_lock_shared(72031104, (coalesce(of_registration, 0) % 2147483647)::integer);
  if exists (select from destroyed_certificates where number = new.number) then
    return null;
  end if;
  return new;
end $$;
create trigger certificates_of_what_stays before insert on certificates
  for each row execute function leave_out_destroyed();
