-- Where the rights to a text limit its quotes ("quote"): 1 for those that everyone may read. Derived from what everyone sees.
alter table claim add column quote_granted bigint not null default 0;
