-- name: sealed, for names of files tell names of people
create table files.file (
    id uuid primary key,
    name bytea not null,
    type text not null,
    bytes bigint not null check (bytes > 0),
    sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
    at timestamptz not null
);

create index file_sm3 on files.file (sm3);
