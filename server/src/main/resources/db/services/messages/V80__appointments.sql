-- People are told of their appointments.
alter table messages.message add column appointment uuid;
alter table messages.message drop constraint message_of_one;
alter table messages.message add constraint message_of_one
    check (num_nonnulls(case_id, licence, mandate, appointment) = 1);
