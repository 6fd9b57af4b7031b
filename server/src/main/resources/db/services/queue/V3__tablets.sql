-- The tablet at a window, known by the digest of its key.
create table queue.tablet (
    hall           varchar(32) not null,
    service_window integer     not null,
    digest         varchar(64) not null unique,
    primary key (hall, service_window)
);
