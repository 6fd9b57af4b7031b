-- Append-only: a change of a licence is a new version. The record and its signature are the licence; the columns
-- beside them only find it, and reading compares them with the record.
create table licences.licence_version (
    licence     uuid         not null,
    version     int          not null,
    identifier  varchar(90)  not null unique,
    type        text         not null,
    holder_kind varchar(6)   not null check (holder_kind in ('person', 'firm')),
    holder      uuid         not null,
    issuer      varchar(18)  not null,
    issued_on   date         not null,
    valid_until date,
    state       varchar(11)  not null,
    granted_by  uuid         not null,
    record      bytea        not null,
    signature   bytea        not null,
    primary key (licence, version)
);

create index licence_version_holder on licences.licence_version (holder, licence, version desc);
create unique index licence_version_granted_by on licences.licence_version (granted_by) where version = 1;

create table licences.serial (
    type_code varchar(21) not null,
    year      int         not null,
    last      int         not null,
    primary key (type_code, year)
);

create table licences.reading (
    id      uuid         primary key,
    licence uuid         not null,
    at      timestamptz  not null,
    actor   varchar(64)  not null,
    purpose text         not null
);

create index reading_licence on licences.reading (licence, at desc);
