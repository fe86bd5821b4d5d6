-- Events can be filtered by the precision of their date and by the publishers of the articles that tell of them.

insert into event_term (term, public, start_day, end_day, event, length_class)
select 'precision:' || e.precision, e.public, e.start_day, e.end_day, e.id, e.length_class
from event e where e.precision is not null;

insert into event_term (term, public, start_day, end_day, event, length_class)
select distinct 'publisher:' || a.publisher, e.public, e.start_day, e.end_day, e.id, e.length_class
from event e join claim c on c.event = e.id join article a on a.id = c.article
where c.public = 1 and a.publisher is not null;
