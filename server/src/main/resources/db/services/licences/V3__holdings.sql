-- Existing licences taken over from files.
create table licences.holding_import (
    id        uuid        primary key,
    body      varchar(18) not null,
    body_name text        not null,
    type      text        not null,
    made_by   uuid        not null,
    at        timestamptz not null,
    file_name text        not null,
    encoding  text        not null,
    state     varchar(8)  not null check (state in ('CHECKED', 'RUNNING', 'DONE'))
);
create index holding_import_body on licences.holding_import (body, at desc);

create table licences.holding_row (
    import   uuid        not null references licences.holding_import on delete cascade,
    line     int         not null,
    state    varchar(8)  not null check (state in ('READY', 'FAULTY', 'WAITING', 'ISSUED', 'PRESENT')),
    content  bytea,
    faults   jsonb       not null,
    licence  uuid,
    tried_at timestamptz not null default '-infinity',
    primary key (import, line)
);
comment on column licences.holding_row.faults is 'what is wrong with it, repeating nothing of it';
create index holding_row_ready on licences.holding_row (import, line) where state = 'READY';
create index holding_row_waiting on licences.holding_row (tried_at) where state = 'WAITING';
