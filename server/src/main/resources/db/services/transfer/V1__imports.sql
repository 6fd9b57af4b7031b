create table transfer.import (
    id          uuid        primary key,
    file_name   text        not null,
    bytes       bigint      not null,
    by_person   uuid        not null,
    by_name     text        not null,
    by_body     varchar(18) not null,
    submit      boolean     not null,
    reason      text        not null,
    stage       varchar(16) not null,
    cancelled   boolean     not null default false,
    done        integer     not null default 0,
    total       integer     not null default 0,
    faults      integer     not null default 0,
    unchanged   integer     not null default 0,
    started_at  timestamptz not null,
    finished_at timestamptz
);
create index import_by_body on transfer.import (by_body, started_at desc);

-- The file in pieces, so that nobody ever holds it whole in memory; gone when the import is over.
create table transfer.import_part (
    import  uuid    not null references transfer.import,
    number  integer not null,
    content bytea   not null,
    primary key (import, number)
);

-- Text and not jsonb: what people hand in is looked at before it is believed to be JSON that PostgreSQL takes.
create table transfer.staged_row (
    import uuid    not null references transfer.import,
    sheet  text    not null,
    line   integer not null,
    code   text    not null,
    cells  text    not null
);
create index staged_row_by_code on transfer.staged_row (import, code, sheet, line);
create index staged_row_in_order on transfer.staged_row (import, sheet, line);

create table transfer.checked_entry (
    import   uuid    not null references transfer.import,
    number   integer not null,
    document text    not null,
    primary key (import, number)
);

create table transfer.fault (
    import   uuid    not null references transfer.import,
    number   integer not null,
    blocking boolean not null,
    sheet    text    not null,
    cell     text    not null,
    element  text    not null,
    code     text    not null,
    words    text[]   not null,
    primary key (import, number)
);

create table transfer.import_draft (
    import uuid not null references transfer.import,
    draft  uuid not null,
    primary key (import, draft)
);
