-- Times are day numbers from 1970-01-01 (0). An open start is -5000000, an open end 3000000, and what has no date
-- starts and ends on 3300000: so everything sorts, undated last, and no comparison ever meets a null.

-- One row: who this database is, and the number of its last change, which is the version of its data.
create table database (
  id text not null,
  seq integer not null
) strict;

-- One row for each change of one thing, deletions included; "before" is what the thing was, null where it was not.
create table change (
  seq integer primary key,
  thing text not null,
  id integer not null,
  version integer not null,
  change text not null,
  who text not null,
  at text not null,
  note text,
  before text
) strict;
create index change_thing on change (thing, id, seq);

create table article (
  id integer primary key,
  title text not null,
  publisher text,
  agency text,
  byline text,
  url text,
  published text not null,
  published_day integer not null,
  language text not null,
  sha256 text not null,
  text_rights text not null,
  text text,
  replaces integer,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  seq integer not null,
  -- derived
  public integer not null default 0,
  event_count integer not null default 0,
  claim_count integer not null default 0
) strict;
create index article_time on article (public, published_day, id);
create index article_updated on article (public, seq);
create index article_sha256 on article (sha256);
create index article_url on article (url) where url is not null;

create table actor (
  id integer primary key,
  slug text not null,
  name text not null,
  kind text not null,
  merged_into integer,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  seq integer not null,
  -- derived
  public integer not null default 0,
  event_count integer not null default 0,
  claim_count integer not null default 0
) strict;
create unique index actor_slug on actor (slug);
create index actor_name on actor (public, name, id);
create index actor_busy on actor (public, event_count, id);
create index actor_updated on actor (public, seq);

-- Every name an actor goes by, its own name first, folded (no case, no accents) for looking up.
create table alias (
  folded text not null,
  actor integer not null,
  position integer not null,
  name text not null,
  primary key (folded, actor)
) strict, without rowid;
create index alias_actor on alias (actor, position);

-- Clustered by time, the reader's view first: a page of a timeline is one walk over neighbouring rows.
create table event (
  public integer not null default 0,
  start_day integer not null,
  end_day integer not null,
  id integer not null,
  length_class integer not null,
  title text not null,
  summary text,
  kind text not null,
  tags text not null,
  date text,
  precision text,
  approximate integer not null,
  uncertain integer not null,
  extent text not null,
  phrase text,
  anchor text,
  alternatives text not null,
  review text not null,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  seq integer not null,
  text_key integer not null,
  -- derived from the claims that everyone may see
  standing text not null default 'attributed',
  actors text not null default '[]',
  claim_count integer not null default 0,
  article_count integer not null default 0,
  primary key (public, start_day, end_day, id)
) strict, without rowid;
create unique index event_id on event (id);
create unique index event_text_key on event (text_key);
create index event_running on event (public, length_class, start_day, end_day, id) where length_class > 0;
create index event_updated on event (public, seq);
create index event_review on event (review, start_day, end_day, id);

create table event_actor (
  event integer not null,
  actor integer not null,
  role text not null,
  position integer not null,
  primary key (event, actor, role)
) strict, without rowid;
create index event_actor_actor on event_actor (actor, event);

-- Derived: what an event can be filtered by, each with the event's place in time, so that every filter is a walk too.
create table event_term (
  term text not null,
  public integer not null,
  start_day integer not null,
  end_day integer not null,
  event integer not null,
  length_class integer not null,
  primary key (term, public, start_day, end_day, event)
) strict, without rowid;
create index event_term_running on event_term (term, public, length_class, start_day, end_day, event) where length_class > 0;
create index event_term_event on event_term (event);

create table claim (
  id integer primary key,
  event integer not null,
  article integer not null,
  speaker integer,
  speaker_name text,
  via integer,
  via_name text,
  stance text not null,
  cue text,
  direct integer not null,
  text text,
  date text,
  start_day integer not null,
  end_day integer not null,
  length_class integer not null,
  precision text,
  approximate integer not null,
  uncertain integer not null,
  extent text not null,
  phrase text,
  anchor text,
  alternatives text not null,
  responds_to integer,
  quote_exact text,
  quote_prefix text,
  quote_suffix text,
  quote_spans text not null,
  review text not null,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  seq integer not null,
  -- derived
  public integer not null default 0
) strict;
create index claim_time on claim (public, start_day, end_day, id);
create index claim_running on claim (public, length_class, start_day, end_day, id) where length_class > 0;
create index claim_updated on claim (public, seq);
create index claim_event on claim (event, public, start_day, end_day, id);
create index claim_article on claim (article, public, start_day, end_day, id);
create index claim_speaker on claim (speaker, public, start_day, end_day, id);
create index claim_via on claim (via, public, start_day, end_day, id);
create index claim_stance on claim (stance, public, start_day, end_day, id);
create index claim_answers on claim (responds_to) where responds_to is not null;

-- Who may write: the secret itself is known to its holder only.
create table access_key (
  id text not null primary key,
  name text not null,
  secret_sha256 text not null,
  scopes text not null,
  created_at text not null,
  expires_at text,
  revoked_at text
) strict;

-- What a POST with an Idempotency-Key answered, so that sending it again does nothing twice.
create table idempotency (
  who text not null,
  key text not null,
  request_sha256 text not null,
  status integer not null,
  location text,
  body text not null,
  at text not null,
  primary key (who, key)
) strict;

-- Two events that a machine takes for one, for a person to decide on.
create table merge (
  id integer primary key,
  event integer not null,
  into_event integer not null,
  likeness real not null,
  review text not null,
  created_at text not null
) strict;
create index merge_review on merge (review, id);
create index merge_event on merge (event);
create index merge_into_event on merge (into_event);

-- Derived: words, folded before they come here. "hidden" holds what only reviewers may find.
create virtual table event_text using fts5 (words, hidden, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
create virtual table claim_text using fts5 (words, hidden, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
create virtual table article_text using fts5 (words, hidden, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
