-- Bodies of towns (9 digits) and villages (12 digits) as well.
alter table organisation.body alter column division type varchar(12);
