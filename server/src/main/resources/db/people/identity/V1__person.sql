-- Numbers, telephones and addresses stand sealed; the blind indexes find them without opening.
create table identity.person (
    id             uuid        primary key,
    name           text        not null,
    number_sealed  bytea       not null,
    number_index   bytea       not null unique,
    phone_sealed   bytea       not null,
    phone_index    bytea       not null,
    address_sealed bytea,
    sign_in_name   text        unique,
    password       text,
    synthetic      boolean     not null,
    created        timestamptz not null
);

-- A telephone signs in one person; persons without a password may share one, as children do with a parent.
create unique index person_phone on identity.person (phone_index) where password is not null;

create table identity.firm (
    id                   uuid        primary key,
    uscc                 varchar(18) not null unique,
    name                 text        not null,
    legal_representative text        not null,
    address              text,
    phone_sealed         bytea,
    agent                uuid        not null references identity.person,
    synthetic            boolean     not null,
    created              timestamptz not null
);

create index firm_agent on identity.firm (agent);

-- The token itself is kept nowhere: its SM3 digest finds the session.
create table identity.session (
    id         uuid        primary key,
    digest     bytea       not null unique,
    person     uuid        not null references identity.person,
    acting_for uuid        references identity.firm,
    created    timestamptz not null,
    last_seen  timestamptz not null,
    expires    timestamptz not null,
    closed     boolean     not null default false,
    device     text        not null
);

create index session_person on identity.session (person);
create index session_expires on identity.session (expires);

-- What somebody typed into a form that reached the house without a session, until they have signed in again.
create table identity.kept_form (
    digest  bytea       primary key,
    person  uuid,
    sealed  bytea       not null,
    expires timestamptz not null
);

create index kept_form_expires on identity.kept_form (expires);
