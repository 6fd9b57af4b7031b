-- Systems of others that people sign in to through the house.
create table clients.client (
    id             uuid        primary key,
    name           text        not null,
    body           varchar(18) not null,
    purpose        text        not null,
    proof          text        not null check (proof in ('SECRET', 'KEY', 'NONE')),
    secret         bytea,
    keys           text,
    redirects      text[]      not null,
    after_sign_out text[]      not null,
    logout         text,
    scopes         text[]      not null,
    refresh        boolean     not null,
    suspended      boolean     not null default false,
    created        timestamptz not null,
    unique (body, name),
    check ((proof = 'SECRET') = (secret is not null)),
    check ((proof = 'KEY') = (keys is not null))
);
comment on column clients.client.secret is 'digest of what the client proves itself with';
comment on column clients.client.keys is 'public keys the client proves itself with, a JWK set';

-- What a person allows a client to be told.
create table clients.consent (
    client uuid        not null references clients.client,
    person uuid        not null,
    scopes text[]      not null,
    since  timestamptz not null,
    used   timestamptz not null,
    primary key (person, client)
);

-- A sign-in of a person at a client: the code, and everything that came of it.
create table clients.sign_in (
    id           uuid        primary key,
    client       uuid        not null references clients.client,
    person       uuid        not null,
    session      uuid        not null,
    scopes       text[]      not null,
    redirect     text        not null,
    challenge    text        not null,
    nonce        text,
    way          text        not null,
    twice        boolean     not null,
    proven       timestamptz not null,
    code         bytea       not null unique,
    code_expires timestamptz not null,
    code_used    timestamptz,
    began        timestamptz not null,
    ended        timestamptz,
    why          text,
    check ((ended is null) = (why is null))
);
comment on column clients.sign_in.code is 'digest';
comment on column clients.sign_in.proven is 'when the person last proved who they are';
create index sign_in_open on clients.sign_in (session) where ended is null;
create index sign_in_of_person on clients.sign_in (person, client);
create index sign_in_past on clients.sign_in (began);

create table clients.token (
    digest  bytea       primary key,
    sign_in uuid        not null references clients.sign_in on delete cascade,
    kind    text        not null check (kind in ('ACCESS', 'REFRESH')),
    issued  timestamptz not null,
    expires timestamptz not null,
    used    timestamptz
);
comment on column clients.token.used is 'when a refresh token was exchanged for the next one';
create index token_of_sign_in on clients.token (sign_in);
create index token_past on clients.token (expires);

-- Identifiers of signed assertions, each good once.
create table clients.assertion (
    digest  bytea       primary key,
    expires timestamptz not null
);
create index assertion_past on clients.assertion (expires);

-- What ID tokens and logout tokens are signed with.
create table clients.signing_key (
    kid         text        primary key,
    private_key bytea       not null,
    signs_from  timestamptz not null,
    created     timestamptz not null
);
comment on column clients.signing_key.private_key is 'sealed as clients.signing_key.private_key:{kid}';

-- Clients that are to be told that a sign-in has ended.
create table clients.farewell (
    id      uuid        primary key,
    place   bigint      generated always as identity,
    client  uuid        not null references clients.client,
    subject text        not null,
    session text        not null,
    why     text        not null,
    at      timestamptz not null,
    due     timestamptz not null,
    tries   int         not null default 0,
    state   text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    status  int,
    fault   text
);
comment on column clients.farewell.subject is 'what the client knows the person by, and nobody else does';
create index farewell_due on clients.farewell (due) where state = 'WAITING';
create index farewell_of_client on clients.farewell (client, place);
