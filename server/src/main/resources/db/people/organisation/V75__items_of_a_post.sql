-- Items a member of staff handles; none: all of the body. The integrity code of the appointment covers them.
create table organisation.staff_item (
    person uuid        not null references organisation.staff on delete cascade,
    item   varchar(31) not null,
    primary key (person, item)
);
