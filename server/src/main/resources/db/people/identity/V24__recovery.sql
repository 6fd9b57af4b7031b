-- A forgotten password. Somebody who is nobody here gets a row as well, and learns nothing: its code never fits.
create table identity.recovery (
    id       uuid        primary key,
    person   uuid        references identity.person,
    way      text        not null check (way in ('PHONE', 'WINDOW')),
    state    text        not null check (state in ('CODE', 'PASSWORD', 'WAITING', 'DONE', 'STOPPED')),
    ticket   bytea       unique,
    code     bytea       not null,
    tries    int         not null default 0,
    factors  boolean     not null default false,
    password text,
    due      timestamptz,
    language text        not null,
    created  timestamptz not null,
    expires  timestamptz not null,
    check (state <> 'WAITING' or (password is not null and due is not null and person is not null))
);

create index recovery_person on identity.recovery (person, state);
create index recovery_expires on identity.recovery (expires);
