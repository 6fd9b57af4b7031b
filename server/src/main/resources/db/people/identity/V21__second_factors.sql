-- By what a session began, whether by two factors, and when its person last proved who they are. The address is sealed.
alter table identity.session
    add way       text        not null default 'PASSWORD',
    add twice     boolean     not null default false,
    add confirmed timestamptz not null default 'epoch',
    add address   bytea;

-- Time-based codes (RFC 6238). The secret is asked for from the moment it was confirmed with a code; of the codes only
-- those of later steps than the last one used are taken.
create table identity.code_factor (
    person    uuid        primary key references identity.person,
    secret    bytea,
    confirmed timestamptz,
    offered   bytea,
    last_step bigint      not null default 0,
    check ((secret is null) = (confirmed is null))
);

-- What an authenticator that was lost is replaced by: each is worth one sign-in.
create table identity.recovery_code (
    person uuid  not null references identity.person,
    digest bytea not null,
    used   timestamptz,
    primary key (person, digest)
);

-- A right password that waits for its second factor.
create table identity.second_step (
    digest  bytea       primary key,
    person  uuid        not null references identity.person,
    tries   int         not null default 0,
    expires timestamptz not null
);

create index second_step_expires on identity.second_step (expires);

-- A device somebody signed in on before: whoever guesses elsewhere cannot use up its tries.
create table identity.known_device (
    digest    bytea       not null,
    person    uuid        not null references identity.person,
    last_used timestamptz not null,
    primary key (digest, person)
);

create index known_device_person on identity.known_device (person, last_used);
