-- Who serves at which window when: shifts of the week, and windows that are staffed otherwise on a date.
create table halls.roster (
    hall       varchar(32) primary key references halls.hall,
    version    integer     not null check (version > 0),
    document   jsonb       not null,
    changed_at timestamptz not null
);
