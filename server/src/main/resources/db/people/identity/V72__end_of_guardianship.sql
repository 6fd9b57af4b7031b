-- What a clerk saw who ended a guardianship before its last day.
alter table identity.mandate add column end_note bytea;
comment on column identity.mandate.end_note is 'sealed as identity.mandate.end_note:{id}';
