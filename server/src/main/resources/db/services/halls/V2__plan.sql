-- How a hall is set up: areas, windows, groups, hours and rules.
create table halls.plan (
    hall       varchar(32) primary key references halls.hall,
    version    integer     not null check (version > 0),
    document   jsonb       not null,
    changed_at timestamptz not null
);
