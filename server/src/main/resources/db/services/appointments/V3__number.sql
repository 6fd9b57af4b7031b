-- An appointment has the number by which it is called, from the day it is booked: it becomes its ticket, and there is
-- never a second number.
alter table appointments.seat add column ordinal integer;

update appointments.seat
   set ordinal = counted.ordinal
  from (select id, row_number() over (partition by hall, business_group, day, starts order by number, channel) as ordinal
          from appointments.seat) as counted
 where counted.id = seat.id;

alter table appointments.seat
    alter column ordinal set not null,
    add constraint seat_ordinal unique (hall, business_group, day, starts, ordinal);
comment on column appointments.seat.ordinal is 'which of all seats of the slot it is, however they are booked: numbers end with it';

alter table appointments.appointment add column number varchar(16) not null default '';
-- Who came early sits on their seat until the day is over.
alter table appointments.appointment
    drop constraint appointment_seated,
    add constraint appointment_seated check (case state
        when 'OFFERED' then seat is not null
        when 'BOOKED' then seat is not null
        when 'KEPT' then true
        else seat is null end);
create index appointment_leaves_seat on appointments.appointment (day) where state = 'KEPT' and seat is not null;
comment on column appointments.appointment.number is 'empty for what was booked before appointments had numbers';
