-- A body's own system that works on the body's cases.
create table systems.system (
    id            uuid        primary key,
    name          text        not null,
    body          varchar(18) not null,
    roles         text[]      not null,
    secret        bytea       not null,
    blocked       boolean     not null default false,
    created       timestamptz not null,
    unsigned      bigint      not null default 0,
    last_unsigned timestamptz,
    unique (body, name)
);
comment on column systems.system.secret is 'what its calls are signed with, sealed';
comment on column systems.system.unsigned is 'calls that named it and were not signed with its secret';

-- What makes every call a new one; kept as long as an old timestamp would be believed, and a little longer.
create table systems.nonce (
    system uuid        not null references systems.system,
    nonce  text        not null,
    at     timestamptz not null,
    primary key (system, nonce)
);
create index nonce_past on systems.nonce (at);

create table systems.call (
    place          bigint      generated always as identity primary key,
    system         uuid        not null references systems.system,
    at             timestamptz not null,
    what           text        not null,
    case_id        uuid,
    receipt_number text        not null,
    acted          text        not null,
    status         int         not null,
    problem        text,
    took_ms        bigint      not null
);
comment on column systems.call.acted is 'who acted in the department''s system, with the post';
create index call_of_system on systems.call (system, place);
create index call_past on systems.call (at);

-- What a department's system calls a case.
create table systems.known_as (
    system  uuid        not null references systems.system,
    number  text        not null,
    case_id uuid        not null,
    entered boolean     not null,
    at      timestamptz not null,
    primary key (system, number)
);
comment on column systems.known_as.entered is 'whether the case came in through the department''s system';
create index known_as_of_case on systems.known_as (case_id, system);

create table systems.attachment (
    file     uuid        primary key,
    system   uuid        not null references systems.system,
    case_id  uuid,
    material text,
    call_key text,
    acted    text        not null,
    at       timestamptz not null,
    filed_as uuid,
    unique (system, call_key)
);
comment on column systems.attachment.filed_as is 'the same content as a file of the filing it was handed in with';
create index attachment_of_case on systems.attachment (case_id, at) where case_id is not null;

create table systems.evaluation (
    id         uuid        primary key,
    number     text        not null unique,
    system     uuid        not null references systems.system,
    case_id    uuid        not null,
    stage      text        not null,
    contact    text        not null,
    way        text        not null,
    level      text        not null,
    indicators text[]      not null,
    given      boolean     not null,
    words      bytea       not null,
    rated_at   timestamptz not null,
    at         timestamptz not null,
    acted      text        not null,
    unique (case_id, stage, contact, given)
);
comment on column systems.evaluation.given is 'false for what was set because nobody rated: never counted as a rating';
comment on column systems.evaluation.words is 'sealed';
