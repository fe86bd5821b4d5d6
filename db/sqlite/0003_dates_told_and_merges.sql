-- What each article tells of an event's date, where an event's date comes from, and what a merge moved.

-- The date of the event as the claim's own article gives it; all of it is null where the article's reading is not known.
alter table claim add column tells_date text;
alter table claim add column tells_start_day integer;
alter table claim add column tells_end_day integer;
alter table claim add column tells_length_class integer;
alter table claim add column tells_precision text;
alter table claim add column tells_approximate integer;
alter table claim add column tells_uncertain integer;
alter table claim add column tells_extent text;
alter table claim add column tells_phrase text;
alter table claim add column tells_anchor text;
alter table claim add column tells_alternatives text;

-- "person": somebody typed the date; "claims": it comes from what the articles tell.
alter table event add column date_from text not null default 'person';

-- "event" or "actor": of which the columns "event" and "into_event" hold the ids.
alter table merge add column thing text not null default 'event';

-- What a merge moved, so that it can be taken back. "seq" is the change "merged" of the thing that went, which also holds what it
-- was and, in "into_id", what it became.
-- "part": what of the claim was moved, its event, speaker or via; "version": the claim's before the merge.
create table merged_claim (
  seq integer not null,
  claim integer not null,
  part text not null,
  version integer not null,
  primary key (seq, claim, part)
) strict, without rowid;
create index merged_claim_claim on merged_claim (claim);
-- A participant of an event before the merge. "origin": the merged draft along with which it was proposed, 0 where it counted.
-- "added": 1 where what stayed has it by this merge alone, 0 where it was there before or where that is not known.
create table merged_participant (
  seq integer not null,
  event integer not null,
  origin integer not null,
  actor integer not null,
  role text not null,
  position integer not null,
  added integer not null,
  primary key (seq, event, origin, actor, role)
) strict, without rowid;

-- A machine read the date in the one article that tells of the event.
update event set date_from = 'claims'
  where title_from = 'machine' and (select count(distinct article) from claim where claim.event = event.id) = 1;
update claim set tells_date = e.date, tells_start_day = e.start_day, tells_end_day = e.end_day, tells_length_class = e.length_class,
    tells_precision = e.precision, tells_approximate = e.approximate, tells_uncertain = e.uncertain, tells_extent = e.extent,
    tells_phrase = e.phrase, tells_anchor = e.anchor, tells_alternatives = e.alternatives
  from event e where e.id = claim.event and e.date_from = 'claims' and claim.origin is null;

insert into merged_claim (seq, claim, part, version)
  select m.seq, c.id, 'event', c.version - 1
  from change m join change c on c.thing = 'claim' and c.change = 'moved' and c.seq < m.seq and json_extract(c.before, '$.event') = m.id
  where m.thing = 'event' and m.change = 'merged' and m.into_id is not null;
insert into merged_participant (seq, event, origin, actor, role, position, added)
  select m.seq, m.id, 0, a.id, role.value, row_number() over (partition by m.seq order by part.key, role.key) - 1, 0
  from change m join json_each(json_extract(m.before, '$.actors')) part join actor a on a.slug = json_extract(part.value, '$.id')
    join json_each(json_extract(part.value, '$.roles')) role
  where m.thing = 'event' and m.change = 'merged' and m.into_id is not null;
