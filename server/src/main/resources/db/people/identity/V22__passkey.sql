-- Public keys of passkeys (WebAuthn). Nothing here signs in.
create table identity.passkey (
    id            uuid        primary key,
    person        uuid        not null references identity.person,
    credential_id bytea       not null unique,
    credential    bytea       not null,
    counter       bigint      not null,
    name          text        not null,
    backed_up     boolean     not null,
    transports    text        not null,
    created       timestamptz not null,
    last_used     timestamptz
);

create index passkey_person on identity.passkey (person, created);

-- What an authenticator was asked to sign, until it is answered: once, by whoever was asked.
create table identity.challenge (
    digest  bytea       primary key,
    person  uuid        references identity.person,
    purpose text        not null check (purpose in ('REGISTER', 'SIGN_IN', 'CONFIRM')),
    expires timestamptz not null
);

create index challenge_expires on identity.challenge (expires);
