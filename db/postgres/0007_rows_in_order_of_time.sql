-- Events, their terms and their kept JSON share one number that orders them by first day; "time_key" was "text_key".
alter table event rename column text_key to time_key;
drop index event_text_key;
alter table event drop constraint event_pkey;
alter table event add primary key (time_key);
create unique index event_place on event (public, start_day, end_day, id);

alter table event_json add column time_key bigint;
update event_json set time_key = e.time_key from event e where e.id = event_json.id;
delete from event_json where time_key is null;
alter table event_json drop constraint event_json_pkey;
alter table event_json add primary key (time_key);
create unique index event_json_place on event_json (public, start_day, end_day, id);

-- A term leads to its event's row.
alter table event_term add column time_key bigint;
update event_term set time_key = e.time_key from event e where e.id = event_term.event;
delete from event_term where time_key is null;
alter table event_term alter column time_key set not null;
alter table event_term drop constraint event_term_pkey;
alter table event_term add primary key (term, public, start_day, end_day, event) include (time_key);
drop index event_term_running;
create index event_term_running on event_term (term, public, length_class, start_day, end_day, event) include (time_key)
  where length_class > 0;
