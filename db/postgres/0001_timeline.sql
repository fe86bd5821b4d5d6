-- Times are day numbers from 1970-01-01 (0). An open start is -5000000, an open end 3000000, and what has no date
-- starts and ends on 3300000: so everything sorts, undated last, and no comparison ever meets a null.

-- One row: who this database is, and the number of its last change, which is the version of its data.
create table database (
  id text collate "C" not null,
  seq bigint not null
);

-- One row for each change of one thing, deletions included; "before" is what the thing was, null where it was not.
create table change (
  seq bigint primary key,
  thing text collate "C" not null,
  id bigint not null,
  version bigint not null,
  change text collate "C" not null,
  who text collate "C" not null,
  at text collate "C" not null,
  note text collate "C",
  before text collate "C"
);
create index change_thing on change (thing, id, seq);

create table article (
  id bigint primary key,
  title text collate "C" not null,
  publisher text collate "C",
  agency text collate "C",
  byline text collate "C",
  url text collate "C",
  published text collate "C" not null,
  published_day bigint not null,
  language text collate "C" not null,
  sha256 text collate "C" not null,
  text_rights text collate "C" not null,
  text text collate "C",
  replaces bigint,
  version bigint not null,
  created_at text collate "C" not null,
  updated_at text collate "C" not null,
  seq bigint not null,
  -- derived
  public bigint not null default 0,
  event_count bigint not null default 0,
  claim_count bigint not null default 0
);
create index article_time on article (public, published_day, id);
create index article_updated on article (public, seq);
create index article_sha256 on article (sha256);
create index article_url on article (url) where url is not null;

create table actor (
  id bigint primary key,
  slug text collate "C" not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  merged_into bigint,
  version bigint not null,
  created_at text collate "C" not null,
  updated_at text collate "C" not null,
  seq bigint not null,
  -- derived
  public bigint not null default 0,
  event_count bigint not null default 0,
  claim_count bigint not null default 0
);
create unique index actor_slug on actor (slug);
create index actor_name on actor (public, name, id);
create index actor_busy on actor (public, event_count, id);
create index actor_updated on actor (public, seq);

-- Every name an actor goes by, its own name first, folded (no case, no accents) for looking up.
create table alias (
  folded text collate "C" not null,
  actor bigint not null,
  position bigint not null,
  name text collate "C" not null,
  primary key (folded, actor)
);
create index alias_actor on alias (actor, position);

-- Clustered by time, the reader's view first: a page of a timeline is one walk over neighbouring rows.
create table event (
  public bigint not null default 0,
  start_day bigint not null,
  end_day bigint not null,
  id bigint not null,
  length_class bigint not null,
  title text collate "C" not null,
  summary text collate "C",
  kind text collate "C" not null,
  tags text collate "C" not null,
  date text collate "C",
  precision text collate "C",
  approximate bigint not null,
  uncertain bigint not null,
  extent text collate "C" not null,
  phrase text collate "C",
  anchor text collate "C",
  alternatives text collate "C" not null,
  review text collate "C" not null,
  version bigint not null,
  created_at text collate "C" not null,
  updated_at text collate "C" not null,
  seq bigint not null,
  text_key bigint not null,
  -- derived from the claims that everyone may see
  standing text collate "C" not null default 'attributed',
  actors text collate "C" not null default '[]',
  claim_count bigint not null default 0,
  article_count bigint not null default 0,
  primary key (public, start_day, end_day, id)
);
create unique index event_id on event (id);
create unique index event_text_key on event (text_key);
create index event_running on event (public, length_class, start_day, end_day, id) where length_class > 0;
create index event_updated on event (public, seq);
create index event_review on event (review, start_day, end_day, id);

create table event_actor (
  event bigint not null,
  actor bigint not null,
  role text collate "C" not null,
  position bigint not null,
  primary key (event, actor, role)
);
create index event_actor_actor on event_actor (actor, event);

-- Derived: what an event can be filtered by, each with the event's place in time, so that every filter is a walk too.
create table event_term (
  term text collate "C" not null,
  public bigint not null,
  start_day bigint not null,
  end_day bigint not null,
  event bigint not null,
  length_class bigint not null,
  primary key (term, public, start_day, end_day, event)
);
create index event_term_running on event_term (term, public, length_class, start_day, end_day, event) where length_class > 0;
create index event_term_event on event_term (event);

create table claim (
  id bigint primary key,
  event bigint not null,
  article bigint not null,
  speaker bigint,
  speaker_name text collate "C",
  via bigint,
  via_name text collate "C",
  stance text collate "C" not null,
  cue text collate "C",
  direct bigint not null,
  text text collate "C",
  date text collate "C",
  start_day bigint not null,
  end_day bigint not null,
  length_class bigint not null,
  precision text collate "C",
  approximate bigint not null,
  uncertain bigint not null,
  extent text collate "C" not null,
  phrase text collate "C",
  anchor text collate "C",
  alternatives text collate "C" not null,
  responds_to bigint,
  quote_exact text collate "C",
  quote_prefix text collate "C",
  quote_suffix text collate "C",
  quote_spans text collate "C" not null,
  review text collate "C" not null,
  version bigint not null,
  created_at text collate "C" not null,
  updated_at text collate "C" not null,
  seq bigint not null,
  -- derived
  public bigint not null default 0
);
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
  id text collate "C" not null primary key,
  name text collate "C" not null,
  secret_sha256 text collate "C" not null,
  scopes text collate "C" not null,
  created_at text collate "C" not null,
  expires_at text collate "C",
  revoked_at text collate "C"
);

-- What a POST with an Idempotency-Key answered, so that sending it again does nothing twice.
create table idempotency (
  who text collate "C" not null,
  key text collate "C" not null,
  request_sha256 text collate "C" not null,
  status bigint not null,
  location text collate "C",
  body text collate "C" not null,
  at text collate "C" not null,
  primary key (who, key)
);

-- Two events that a machine takes for one, for a person to decide on.
create table merge (
  id bigint primary key,
  event bigint not null,
  into_event bigint not null,
  likeness double precision not null,
  review text collate "C" not null,
  created_at text collate "C" not null
);
create index merge_review on merge (review, id);
create index merge_event on merge (event);
create index merge_into_event on merge (into_event);

-- Derived: words, folded before they come here. "hidden" holds what only reviewers may find.
create table event_text (
  key bigint primary key,
  words tsvector not null,
  hidden tsvector not null
);
create index event_text_words on event_text using gin (words);
create index event_text_hidden on event_text using gin (hidden);
create table claim_text (
  key bigint primary key,
  words tsvector not null,
  hidden tsvector not null
);
create index claim_text_words on claim_text using gin (words);
create index claim_text_hidden on claim_text using gin (hidden);
create table article_text (
  key bigint primary key,
  words tsvector not null,
  hidden tsvector not null
);
create index article_text_words on article_text using gin (words);
create index article_text_hidden on article_text using gin (hidden);
