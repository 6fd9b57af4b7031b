-- A department's system that is told of its body's cases.
create table notices.receiver (
    id      uuid        primary key,
    body    varchar(18) not null,
    address text        not null,
    topics  text[]      not null,
    secret  bytea       not null,
    paused  boolean     not null default false,
    created timestamptz not null,
    unique (body, address)
);
comment on column notices.receiver.secret is 'what the signatures are made with, sealed';

-- What a receiver is to be told. The id stands in every try of it.
create table notices.message (
    id       uuid        primary key,
    place    bigint      generated always as identity,
    receiver uuid        not null references notices.receiver on delete cascade,
    subject  uuid        not null,
    about    text        not null,
    topic    text        not null,
    body     text        not null,
    at       timestamptz not null,
    state    text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    tries    int         not null default 0,
    due_at   timestamptz not null
);
comment on column notices.message.place is 'grows with every message; those of one subject are sent in its order';
comment on column notices.message.about is 'the receipt number; empty for a trial';
comment on column notices.message.due_at is 'of the next try; while one is under way, when it counts as broken off';

create index message_due on notices.message (due_at, receiver) where state = 'WAITING';
create index message_in_order on notices.message (receiver, subject, place) where state = 'WAITING';
create index message_of_receiver on notices.message (receiver, place);
create index message_given_up on notices.message (receiver) where state = 'GIVEN_UP';
create index message_delivered on notices.message (receiver, at) where state = 'DELIVERED';
create index message_past on notices.message (at) where state <> 'WAITING';

-- A try that has neither status nor fault was broken off, or is under way.
create table notices.attempt (
    message uuid        not null references notices.message on delete cascade,
    number  int         not null,
    at      timestamptz not null,
    status  int,
    fault   text,
    took_ms bigint,
    primary key (message, number)
);
