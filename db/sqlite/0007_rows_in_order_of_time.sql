-- Events and their kept JSON are found by one number that orders them by first day. Before, their keys were of four columns, and the
-- inner pages of a table with such a key hold whole rows, so that finding one row read six pages instead of three.

-- "time_key" was "text_key", by which the words of an event are found.
create table event_by_time (
  time_key integer primary key,
  public integer not null default 0,
  start_day integer not null,
  end_day integer not null,
  id integer not null,
  length_class integer not null,
  title text not null,
  title_from text not null default 'person',
  title_full text,
  title_article integer,
  summary text,
  kind text not null,
  tags text not null,
  date text,
  date_from text not null default 'person',
  precision text,
  approximate integer not null,
  uncertain integer not null,
  extent text not null,
  phrase text,
  anchor text,
  alternatives text not null,
  review text not null,
  owner text not null default '',
  version integer not null,
  created_at text not null,
  updated_at text not null,
  seq integer not null,
  -- derived from the claims that everyone may see
  standing text not null default 'attributed',
  actors text not null default '[]',
  claim_count integer not null default 0,
  article_count integer not null default 0
) strict;
insert into event_by_time (time_key, public, start_day, end_day, id, length_class, title, title_from, title_full, title_article, summary,
    kind, tags, date, date_from, precision, approximate, uncertain, extent, phrase, anchor, alternatives, review, owner, version,
    created_at, updated_at, seq, standing, actors, claim_count, article_count)
  select text_key, public, start_day, end_day, id, length_class, title, title_from, title_full, title_article, summary,
    kind, tags, date, date_from, precision, approximate, uncertain, extent, phrase, anchor, alternatives, review, owner, version,
    created_at, updated_at, seq, standing, actors, claim_count, article_count
  from event order by text_key;
drop table event;
alter table event_by_time rename to event;
create unique index event_id on event (id);
create unique index event_place on event (public, start_day, end_day, id);
create index event_running on event (public, length_class, start_day, end_day, id) where length_class > 0;
create index event_updated on event (public, seq);
create index event_review on event (review, start_day, end_day, id);
create index event_title_article on event (title_article) where title_article is not null;

create table json_by_time (
  time_key integer primary key,
  public integer not null,
  start_day integer not null,
  end_day integer not null,
  id integer not null,
  json blob not null
) strict;
insert into json_by_time (time_key, public, start_day, end_day, id, json)
  select e.time_key, j.public, j.start_day, j.end_day, j.id, j.json from event e join event_json j on j.id = e.id order by e.time_key;
drop table event_json;
alter table json_by_time rename to event_json;
create unique index event_json_id on event_json (id);
create unique index event_json_place on event_json (public, start_day, end_day, id);

-- A term leads to its event's row.
create table term_by_time (
  term text not null,
  public integer not null,
  start_day integer not null,
  end_day integer not null,
  event integer not null,
  length_class integer not null,
  time_key integer not null,
  primary key (term, public, start_day, end_day, event)
) strict, without rowid;
insert into term_by_time (term, public, start_day, end_day, event, length_class, time_key)
  select t.term, t.public, t.start_day, t.end_day, t.event, t.length_class, e.time_key from event_term t join event e on e.id = t.event;
drop table event_term;
alter table term_by_time rename to event_term;
create index event_term_running on event_term (term, public, length_class, start_day, end_day, event, time_key) where length_class > 0;
create index event_term_event on event_term (event);
