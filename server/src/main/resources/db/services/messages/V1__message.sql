-- What the persons of a case are told of. Addressed to the party: whoever acts for a firm today reads what it was told.
create table messages.message (
    id             uuid        primary key,
    place          bigint      generated always as identity,
    sequence       bigint      not null unique,
    party          uuid        not null,
    case_id        uuid        not null,
    receipt_number text        not null,
    item_name      text        not null,
    what           text        not null,
    at             timestamptz not null,
    read_at        timestamptz
);
comment on column messages.message.sequence is 'of the event it tells of: one event is told once';
create index message_of_party on messages.message (party, place);
create index message_unread on messages.message (party) where read_at is null;
create index message_of_case on messages.message (case_id, at);
create index message_past on messages.message (at);

-- By which channels a person wants to be told outside the house.
create table messages.subscription (
    person   uuid        not null,
    channel  text        not null check (channel in ('SMS', 'MAIL')),
    state    text        not null check (state in ('OFF', 'UNCONFIRMED', 'ON')),
    address  bytea,
    language text        not null,
    token    text        not null unique,
    code     bytea,
    code_until timestamptz,
    code_tries int       not null default 0,
    changed  timestamptz not null,
    primary key (person, channel)
);
comment on column messages.subscription.address is 'a mail address, sealed; an SMS goes to the telephone of the account';
comment on column messages.subscription.token is 'stands in the link by which a letter stops further ones';

-- A letter on its way.
create table messages.carriage (
    message    uuid        not null references messages.message on delete cascade,
    channel    text        not null,
    person     uuid        not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'CARRIED', 'GIVEN_UP', 'STOPPED')),
    tries      int         not null default 0,
    due_at     timestamptz not null,
    fault      text,
    failed_at  timestamptz,
    carried_at timestamptz,
    primary key (message, channel)
);
comment on column messages.carriage.due_at is 'of the next try; while one is under way, when it counts as broken off';
create index carriage_due on messages.carriage (channel, due_at) where state = 'WAITING';
create index carriage_of_person on messages.carriage (person, channel) where state = 'WAITING';
create index carriage_given_up on messages.carriage (channel) where state = 'GIVEN_UP';
create index carriage_failed on messages.carriage (channel, failed_at) where failed_at is not null;
create index carriage_carried on messages.carriage (channel, carried_at) where state = 'CARRIED';
