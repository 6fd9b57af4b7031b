-- read in the order in which things happened, which is not always that in which they were told
drop index messages.message_of_party;
create index message_of_party on messages.message (party, at, place);
create index message_by_place on messages.message (place);
