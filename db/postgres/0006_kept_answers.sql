-- What a plain answer is made of is kept, so that reading need not work it out: an event's JSON, and how many events have a term.

-- Derived: the event as everyone sees it, as it is sent; null for one that not everyone does.
alter table event add column json bytea;

-- Derived: of the events that everyone sees, how many have a term in a stretch of time: the event's own days or, for actors, the
-- month that it lies in. "all" stands for every event.
create table term_count (
  term text collate "C" not null,
  start_day bigint not null,
  end_day bigint not null,
  events bigint not null,
  primary key (term, start_day, end_day)
);

-- The version of what is derived: a program that derives more makes all of it again, once.
alter table database add column read_model bigint not null default 0;
