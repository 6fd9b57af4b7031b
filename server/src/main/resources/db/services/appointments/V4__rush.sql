-- A day that opens at a time everybody knows, and that many want at once: they stand in a queue for it.
create table appointments.rush (
    id             uuid        primary key,
    hall           varchar(32) not null,
    business_group varchar(36) not null,
    channel        text        not null check (channel in ('PORTAL', 'API')),
    day            date        not null,
    released_at    timestamptz not null,
    seed           text        not null,
    commitment     text        not null,
    drawn          integer,
    placed         integer     not null default 0,
    free           integer     not null default 0,
    ended_at       timestamptz,
    gone           boolean     not null default false,
    unique (hall, business_group, channel, day)
);
comment on column appointments.rush.commitment is 'SM3 of the seed, told before the lot is drawn; the seed is told after it';
comment on column appointments.rush.drawn is 'how many took part in the lot; null before it';
comment on column appointments.rush.placed is 'how many places are given: 1 to this';
comment on column appointments.rush.free is 'seats that nobody has and nobody was let in for';
comment on column appointments.rush.gone is 'it ended because no seat is left';

-- One place a person, by whichever way they came.
create table appointments.rush_place (
    lot            uuid        primary key,
    rush           uuid        not null references appointments.rush on delete cascade,
    hall           varchar(32) not null,
    business_group varchar(36) not null,
    day            date        not null,
    person         uuid        not null,
    came           bigint      not null generated always as identity,
    came_at        timestamptz not null,
    place          integer     check (place > 0),
    spent_at       timestamptz,
    unique (person, hall, business_group, day),
    unique (rush, place)
);
comment on column appointments.rush_place.spent_at is 'when they booked on their turn';

create index rush_place_to_give on appointments.rush_place (rush, came) where place is null;

-- How the queue moved: up to which place people were let in, and when. Nothing is written for each of them.
create table appointments.rush_step (
    rush uuid        not null references appointments.rush on delete cascade,
    upto integer     not null,
    at   timestamptz not null,
    primary key (rush, upto)
);
