-- Principals and agents are told of mandates; and who acts for somebody in some items reads what is told of these.
alter table messages.message add column mandate uuid;
alter table messages.message add column item text;
alter table messages.message drop constraint message_of_one;
alter table messages.message add constraint message_of_one check (num_nonnulls(case_id, licence, mandate) = 1);
comment on column messages.message.item is 'code of the item, of messages on cases; those from before have none';
