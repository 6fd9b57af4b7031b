-- A telephone counts only when its person typed the code that was sent to it.
alter table identity.person add column phone_confirmed timestamptz;

create table identity.telephone_code (
    person   uuid        primary key references identity.person,
    code     bytea       not null,
    tries    int         not null default 0,
    language text        not null,
    expires  timestamptz not null
);
comment on column identity.telephone_code.code is 'sealed as identity.telephone_code.code:{person}';

-- A number that was given up, until it was told so.
create table identity.telephone_before (
    id     uuid  primary key,
    person uuid  not null references identity.person,
    phone  bytea not null
);
comment on column identity.telephone_before.phone is 'sealed as identity.telephone_before.phone:{id}';
