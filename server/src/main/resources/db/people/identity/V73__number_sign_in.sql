-- Somebody signs in at a machine by identity number and a code sent to their telephone. Without a person for a number that
-- has no account, so that nobody learns which numbers have one.
create table identity.number_sign_in (
    id       uuid        primary key,
    ticket   bytea       not null unique,
    person   uuid        references identity.person,
    code     bytea       not null,
    tries    int         not null default 0,
    language text        not null,
    expires  timestamptz not null
);
comment on column identity.number_sign_in.code is 'sealed as identity.number_sign_in.code:{id}';

create index number_sign_in_expires on identity.number_sign_in (expires);
