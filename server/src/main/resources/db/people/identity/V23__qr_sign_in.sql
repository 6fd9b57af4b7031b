-- A screen that waits for a telephone. Two tokens: the one in the picture asks, the one in the waiting browser's cookie
-- takes the answer; of both only digests are kept.
create table identity.qr_sign_in (
    id        uuid        primary key,
    asks      bytea       not null unique,
    waits     bytea       not null unique,
    number    text        not null,
    device    text        not null,
    address   bytea       not null,
    state     text        not null default 'WAITING' check (state in ('WAITING', 'APPROVED', 'REFUSED', 'TAKEN')),
    person    uuid        references identity.person,
    twice     boolean     not null default false,
    created   timestamptz not null,
    expires   timestamptz not null,
    check ((state in ('APPROVED', 'TAKEN')) = (person is not null))
);

create index qr_sign_in_expires on identity.qr_sign_in (expires);
