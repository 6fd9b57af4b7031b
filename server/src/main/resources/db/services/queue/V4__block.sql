-- Numbers set aside for a machine, which gives them when it has lost its connection.
create table queue.block (
    id             uuid        primary key,
    hall           varchar(32) not null,
    day            date        not null,
    business_group varchar(36) not null,
    letter         varchar(8)  not null,
    first          integer     not null,
    last           integer     not null,
    given_at       timestamptz not null,
    unique (hall, day, business_group, first),
    check (first <= last)
);

-- What signs the readings of the machine's own card reader.
alter table queue.kiosk add column bridge_key text;
