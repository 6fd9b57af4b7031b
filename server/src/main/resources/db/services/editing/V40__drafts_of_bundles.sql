alter table editing.draft add column kind varchar(8) not null default 'ENTRY';
