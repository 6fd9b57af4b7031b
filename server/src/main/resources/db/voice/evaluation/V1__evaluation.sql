-- Somebody was served and may say how it was; who does not answer has given no rating.
create table evaluation.invitation (
    ticket         uuid        primary key,
    hall           varchar(32) not null,
    number         varchar(16) not null,
    service_window integer     not null,
    clerk          uuid,
    item           varchar(31),
    served_at      timestamptz not null
);
create index invitation_at_window on evaluation.invitation (hall, service_window, served_at);
create index invitation_of_day on evaluation.invitation (hall, served_at);

create table evaluation.rating (
    id      uuid        primary key,
    ticket  uuid        not null unique references evaluation.invitation,
    receipt varchar(24) not null unique,
    stars   integer     not null check (stars between 1 and 5),
    reasons integer[]   not null,
    channel text        not null check (channel in ('WEB', 'TABLET', 'KIOSK')),
    at      timestamptz not null
);

-- The tablet at a window, known by the digest of its key.
create table evaluation.tablet (
    hall           varchar(32) not null,
    service_window integer     not null,
    digest         varchar(64) not null unique,
    primary key (hall, service_window)
);
