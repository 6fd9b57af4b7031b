-- The row of a hall is what those who change its line wait for, so that everything in it happens one after the other.
create table queue.hall (
    hall           varchar(32) primary key,
    version        bigint      not null default 0,
    entrance       varchar(16) not null default '',
    entrance_before varchar(16) not null default '',
    entrance_at    timestamptz
);
comment on column queue.hall.version is 'counts the changes; those who show the line look whether it grew';
comment on column queue.hall.entrance is 'the code at the entrance that shows somebody stands there; the one before it is good for a while';

-- The last number given in a line of a day.
create table queue.counter (
    hall           varchar(32) not null,
    day            date        not null,
    business_group varchar(36) not null,
    last           integer     not null,
    primary key (hall, day, business_group)
);

-- A window with somebody at it.
create table queue.place (
    hall    varchar(32) not null,
    number  integer     not null,
    clerk   uuid        not null unique,
    state   text        not null check (state in ('OPEN', 'PAUSED')),
    since   timestamptz not null,
    seen_at timestamptz not null,
    primary key (hall, number)
);

create table queue.ticket (
    id             uuid        primary key,
    came           bigint      not null generated always as identity,
    hall           varchar(32) not null,
    day            date        not null,
    number         varchar(16) not null,
    business_group varchar(36) not null,
    item           varchar(31),
    item_name      text,
    person         uuid,
    party          uuid        not null,
    priority       text        not null
        check (priority in ('NONE', 'ELDER', 'DISABLED', 'PREGNANT', 'INFANT', 'VETERAN')),
    origin         text        not null check (origin in ('KIOSK', 'PHONE', 'RECEPTION', 'APPOINTMENT')),
    appointment    uuid        unique,
    state          text        not null
        check (state in ('WAITING', 'TRANSFERRED', 'CALLED', 'SERVING', 'DONE', 'MISSED', 'CANCELLED', 'EXPIRED')),
    turn           timestamptz not null,
    service_window integer,
    clerk          uuid,
    calls          integer     not null default 0,
    taken_at       timestamptz not null,
    called_at      timestamptz,
    started_at     timestamptz,
    ended_at       timestamptz,
    told_from      integer,
    told_until     integer,
    unique (hall, day, number),
    check (state not in ('CALLED', 'SERVING') or service_window is not null),
    check ((item is null) = (item_name is null)),
    check ((told_from is null) = (told_until is null))
);
comment on column queue.ticket.came is 'decides between those whose turn is the same moment';
comment on column queue.ticket.told_from is 'seconds: the wait that was announced when the number was taken, from this to told_until';

-- One at a time at a window, whatever comes at once.
create unique index ticket_at_window on queue.ticket (hall, day, service_window) where state in ('CALLED', 'SERVING');
create index ticket_in_line on queue.ticket (hall, day, turn, came) where state in ('WAITING', 'TRANSFERRED');
create index ticket_of_day on queue.ticket (hall, day, state);
create index ticket_of_person on queue.ticket (person, day) where person is not null;
create index ticket_of_party on queue.ticket (party);
create index ticket_open on queue.ticket (day) where state in ('WAITING', 'TRANSFERRED', 'CALLED', 'SERVING', 'MISSED');
create index ticket_ended on queue.ticket (hall, business_group, ended_at) where state = 'DONE';

-- Calls as they were spoken, for those who were away for a moment.
create table queue.call (
    hall           varchar(32) not null,
    version        bigint      not null,
    number         varchar(16) not null,
    service_window integer     not null,
    again          boolean     not null,
    at             timestamptz not null,
    primary key (hall, version)
);
create index call_at on queue.call (at);

-- Machines the staff connected, known by the digest of their key.
create table queue.kiosk (
    digest       varchar(64) primary key,
    hall         varchar(32) not null,
    connected_at timestamptz not null
);
