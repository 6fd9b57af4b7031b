-- People who wait in a hall are told that their turn is near.
alter table messages.message add column ticket uuid;
alter table messages.message add column ahead integer;
alter table messages.message drop constraint message_of_one;
alter table messages.message add constraint message_of_one
    check (num_nonnulls(case_id, licence, mandate, appointment, ticket) = 1);
alter table messages.message add constraint message_ahead check ((ahead is null) = (ticket is null));
comment on column messages.message.ahead is 'how many were before them when they were told';
