-- Holders are told of their licences as well.
alter table messages.message alter column case_id drop not null;
alter table messages.message add column licence uuid;
alter table messages.message add constraint message_of_one check ((case_id is null) <> (licence is null));
