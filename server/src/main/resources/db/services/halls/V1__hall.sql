create table halls.hall (
    id       varchar(32) primary key,
    position integer     not null generated always as identity,
    document jsonb       not null
);
