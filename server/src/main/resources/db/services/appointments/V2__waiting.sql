-- Somebody waits for a time. A seat that comes free is offered: it is held for them as an appointment until they take it.
create table appointments.waiting (
    id             uuid        primary key,
    person         uuid        not null,
    hall           varchar(32) not null,
    business_group varchar(36) not null,
    item           varchar(31) not null,
    item_name      text        not null,
    channel        text        not null check (channel in ('PORTAL', 'API', 'KIOSK', 'PHONE')),
    from_day       date        not null,
    until_day      date        not null,
    asked_at       timestamptz not null,
    unique (person, hall, business_group),
    check (from_day <= until_day)
);

create index waiting_in_turn on appointments.waiting (hall, business_group, channel, asked_at);
create index waiting_until on appointments.waiting (until_day);

alter table appointments.appointment
    drop constraint appointment_state_check,
    add constraint appointment_state_check
        check (state in ('OFFERED', 'BOOKED', 'CANCELLED', 'CLOSED', 'KEPT', 'MISSED', 'PASSED', 'LAPSED')),
    drop constraint appointment_check,
    add constraint appointment_seated check ((state in ('OFFERED', 'BOOKED')) = (seat is not null)),
    add column held_until timestamptz,
    add constraint appointment_held check ((state = 'OFFERED') = (held_until is not null));

drop index appointments.appointment_place;
drop index appointments.appointment_moment;
drop index appointments.appointment_open;
create unique index appointment_place on appointments.appointment (hall, person, place)
    where state in ('OFFERED', 'BOOKED');
create unique index appointment_moment on appointments.appointment (person, day, starts)
    where state in ('OFFERED', 'BOOKED');
create index appointment_open on appointments.appointment (day) where state in ('OFFERED', 'BOOKED');
create index appointment_held_until on appointments.appointment (held_until) where state = 'OFFERED';
