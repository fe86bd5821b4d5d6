-- What a plain answer is made of is kept, so that reading need not work it out: an event's JSON, and how many events have a term.

-- Derived: the events that everyone sees ("public" is 1), as they are sent and nothing else, so that a page of them is on few pages.
create table event_json (
  public integer not null,
  start_day integer not null,
  end_day integer not null,
  id integer not null,
  json blob not null,
  primary key (public, start_day, end_day, id)
) strict, without rowid;
create unique index event_json_id on event_json (id);

-- Derived: of the events that everyone sees, how many have a term in a stretch of time: the event's own days or, for actors, the
-- month that it lies in. "all" stands for every event.
create table term_count (
  term text not null,
  start_day integer not null,
  end_day integer not null,
  events integer not null,
  primary key (term, start_day, end_day)
) strict, without rowid;

-- The words of an event are found by the class of its length too ("c0" to "c8"), so that a search can look for what still runs.
drop table event_text;
create virtual table event_text using fts5 (words, hidden, length, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

-- The version of what is derived: a program that derives more makes all of it again, once.
alter table database add column read_model integer not null default 0;

-- The classes of length are drawn closer, a month, a year, five, twelve and forty-eight years, so that a search for what still runs
-- passes by little that has ended.
update event set length_class = case when length_class >= 6 then length_class + 1
  when end_day - start_day < 1 then 0 when end_day - start_day < 31 then 1
  when end_day - start_day < 366 then 2 when end_day - start_day < 1830 then 3
  when end_day - start_day < 4400 then 4 when end_day - start_day < 17600 then 5 else 6 end;
update event_term set length_class = case when length_class >= 6 then length_class + 1
  when end_day - start_day < 1 then 0 when end_day - start_day < 31 then 1
  when end_day - start_day < 366 then 2 when end_day - start_day < 1830 then 3
  when end_day - start_day < 4400 then 4 when end_day - start_day < 17600 then 5 else 6 end;
update claim set length_class = case when length_class >= 6 then length_class + 1
  when end_day - start_day < 1 then 0 when end_day - start_day < 31 then 1
  when end_day - start_day < 366 then 2 when end_day - start_day < 1830 then 3
  when end_day - start_day < 4400 then 4 when end_day - start_day < 17600 then 5 else 6 end;
update claim set tells_length_class = case when tells_length_class >= 6 then tells_length_class + 1
  when tells_end_day - tells_start_day < 1 then 0 when tells_end_day - tells_start_day < 31 then 1
  when tells_end_day - tells_start_day < 366 then 2 when tells_end_day - tells_start_day < 1830 then 3
  when tells_end_day - tells_start_day < 4400 then 4 when tells_end_day - tells_start_day < 17600 then 5 else 6 end where tells_length_class is not null;
