-- The licences of a body, what came last first.
create index licence_version_issuer on licences.licence_version (issuer, licence desc) where version = 1;

-- Prints, made once: of each version in each state it is shown in, and of each copy for use.
create table licences.print (
    licence uuid        not null,
    subject varchar(40) not null,
    pdf     uuid        not null,
    pdf_sm3 char(64)    not null,
    ofd     uuid        not null,
    ofd_sm3 char(64)    not null,
    made_at timestamptz not null,
    primary key (licence, subject)
);
comment on column licences.print.subject is 'version and state, or the number of a copy';

-- Copies for use (加注件).
create table licences.copy (
    id         uuid        primary key,
    licence    uuid        not null,
    version    int         not null,
    number     varchar(19) not null unique,
    words      bytea       not null,
    until      date        not null,
    made_at    timestamptz not null,
    revoked_at timestamptz
);
create index copy_licence on licences.copy (licence, made_at desc);

-- Which ends were announced: once for each distance.
create table licences.reminder (
    licence     uuid        not null,
    valid_until date        not null,
    days        int         not null,
    at          timestamptz not null,
    primary key (licence, valid_until, days)
);
create index licence_version_ending on licences.licence_version (valid_until) where state = 'VALID';
