-- Seats are rows: a slot of a group has as many of them for each way of booking as the hall's plan says.
create table appointments.seat (
    id             bigint      primary key generated always as identity,
    hall           varchar(32) not null,
    business_group varchar(36) not null,
    day            date        not null,
    starts         time        not null,
    channel        text        not null check (channel in ('PORTAL', 'API', 'KIOSK', 'PHONE')),
    number         integer     not null check (number > 0),
    taken          boolean     not null default false,
    unique (hall, business_group, day, starts, channel, number)
);
comment on column appointments.seat.taken is 'what those who look for a free seat lock by; who sits here stands in appointment.seat';

create index seat_of_day on appointments.seat (day);

-- Somebody comes to a hall at a time.
create table appointments.appointment (
    id             uuid        primary key,
    person         uuid        not null,
    hall           varchar(32) not null,
    business_group varchar(36) not null,
    item           varchar(31) not null,
    item_name      text        not null,
    day            date        not null,
    starts         time        not null,
    ends           time        not null,
    channel        text        not null check (channel in ('PORTAL', 'API', 'KIOSK', 'PHONE')),
    state          text        not null check (state in ('BOOKED', 'CANCELLED', 'CLOSED', 'KEPT', 'MISSED', 'PASSED')),
    place          integer     not null check (place > 0),
    seat           bigint      unique references appointments.seat,
    moves          integer     not null default 0,
    booked_by      text        not null,
    booked_at      timestamptz not null,
    changed_at     timestamptz not null,
    reminded_at    timestamptz,
    check ((state = 'BOOKED') = (seat is not null))
);
comment on column appointments.appointment.place is 'which of the bookings a person may have in this hall at a time this is: 1 to as many as the plan allows';

-- Whatever comes at once: nobody has more open bookings in a hall than places, and nobody is in two places at a time.
create unique index appointment_place on appointments.appointment (hall, person, place) where state = 'BOOKED';
create unique index appointment_moment on appointments.appointment (person, day, starts) where state = 'BOOKED';
create index appointment_of_person on appointments.appointment (person, day, starts);
create index appointment_of_day on appointments.appointment (hall, day, starts);
create index appointment_open on appointments.appointment (day) where state = 'BOOKED';

-- A clerk books for somebody on the telephone, whom they found by the identity number.
create table appointments.telephone_call (
    id        uuid        primary key,
    clerk     uuid        not null,
    person    uuid        not null,
    opened_at timestamptz not null
);

create index telephone_call_of_person on appointments.telephone_call (person);
