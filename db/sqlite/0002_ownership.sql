-- Who made a thing owns it; a machine's titles are told from a person's; what is erased is erased everywhere.

-- "cursor_key" signs cursors, "last_id" is the last id that was given out, "public_seq" the last change that everyone could see.
alter table database add column cursor_key text not null default '';
alter table database add column last_id integer not null default 0;
alter table database add column public_seq integer not null default 0;
update database set cursor_key = lower(hex(randomblob(32))), public_seq = seq;

-- "public": everyone could see the thing before or after. "into_id": what a merged thing became.
-- "article": of whose words the machine's title in "before" is made.
alter table change add column public integer not null default 0;
alter table change add column into_id integer;
alter table change add column article integer;
create index change_article on change (article) where article is not null;

-- "owner" is whoever made the thing, as "who" in the change log names him.
-- "title_from": person, or machine: made of the words of the text, and bounded by the rights to it.
alter table article add column owner text not null default '';
alter table article add column title_from text not null default 'person';
alter table actor add column owner text not null default '';
alter table event add column owner text not null default '';
alter table event add column title_from text not null default 'person';
-- The machine's title before it is bounded, and the article of whose words it is made.
alter table event add column title_full text;
alter table event add column title_article integer;
create index event_title_article on event (title_article) where title_article is not null;
alter table claim add column owner text not null default '';

-- "origin": the merged event that the claim came along with.
alter table claim add column origin integer;
-- Participants that came along with a merged draft; they count once a claim that came along with it is accepted.
create table proposed_actor (
  event integer not null,
  origin integer not null,
  actor integer not null,
  role text not null,
  position integer not null,
  primary key (event, origin, actor, role)
) strict, without rowid;

-- The article whose words an answer repeats, so that erasing one empties the other.
delete from idempotency;
alter table idempotency add column article integer;
create index idempotency_article on idempotency (article);

-- Articles whose words are gone from every table, and may still lie in the search index, in free pages or in the log.
create table erasure (
  article integer primary key
) strict;

update article set owner = coalesce((select who from change where thing = 'article' and change.id = article.id and change = 'created'), '');
update actor set owner = coalesce((select who from change where thing = 'actor' and change.id = actor.id and change = 'created'), '');
update event set owner = coalesce((select who from change where thing = 'event' and change.id = event.id and change = 'created'), '');
update claim set owner = coalesce((select who from change where thing = 'claim' and change.id = claim.id and change = 'created'), '');
update event set title_from = 'machine', title_full = title, title_article = (select article from claim where claim.event = event.id order by claim.id limit 1)
  where owner not in ('', 'seed');

update change set public = 1 where (thing = 'event' and id in (select id from event where public = 1))
  or (thing = 'claim' and id in (select id from claim where public = 1))
  or (thing = 'actor' and id in (select id from actor where public = 1))
  or (thing = 'article' and id in (select id from article where public = 1))
  or json_extract(before, '$.public') = 1;
update change set before = json_remove(before, '$.text') where thing = 'article' and before is not null;
update change set before = json_remove(before, '$.quote_exact', '$.quote_prefix', '$.quote_suffix') where thing = 'claim' and before is not null;
update change set before = json_remove(before, '$.title') where thing = 'event' and change = 'merged' and before is not null;
update change set article = (select title_article from event where event.id = change.id) where thing = 'event' and before is not null;

update database set last_id = coalesce((select max(id) from change where who <> 'seed'), 0);
