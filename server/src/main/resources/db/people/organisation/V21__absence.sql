create table organisation.absence (
    person     uuid primary key references organisation.staff on delete cascade,
    deputy     uuid not null references organisation.staff on delete cascade,
    from_day   date not null,
    until_day  date not null,
    check (person <> deputy and from_day <= until_day)
);
comment on table organisation.absence is 'who acts for whom while they are away (离岗委托)';

create index absence_deputy on organisation.absence (deputy, until_day);
