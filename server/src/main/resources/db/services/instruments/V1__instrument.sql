create function instruments.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was issued is never changed';
end $$;

-- How a body words a kind of document. Without text the body went back to the wording built in.
create table instruments.wording (
    body    varchar(18) not null,
    kind    text        not null,
    version int         not null check (version > 0),
    title   text,
    text    text,
    since   timestamptz not null,
    staff   uuid        not null,
    primary key (body, kind, version),
    check ((title is null) = (text is null))
);
comment on column instruments.wording.staff is 'the person who saved it';
create trigger wording_is_written_once before update or delete on instruments.wording
    for each row execute function instruments.refuse_change();

-- A document as it was issued.
create table instruments.instrument (
    id         uuid        primary key,
    case_id    uuid        not null,
    step       int         not null,
    kind       text        not null,
    body       varchar(18) not null,
    number     text        not null,
    wording    int         not null,
    issued_at  timestamptz not null,
    written_at timestamptz not null,
    code       text        not null unique,
    words      bytea       not null,
    unique (case_id, step, kind)
);
comment on column instruments.instrument.wording is 'version of the body''s wording; 0 for the one built in';
comment on column instruments.instrument.words is 'text, signer and body''s name, sealed';
create trigger instrument_is_written_once before update or delete on instruments.instrument
    for each row execute function instruments.refuse_change();

-- Its prints.
create table instruments.print (
    instrument uuid        primary key references instruments.instrument,
    pdf        uuid        not null,
    pdf_sm3    char(64)    not null,
    ofd        uuid        not null,
    ofd_sm3    char(64)    not null,
    made_at    timestamptz not null
);
create trigger print_is_written_once before update or delete on instruments.print
    for each row execute function instruments.refuse_change();

-- Cases in which something happened that makes a document, until it is issued.
create table instruments.due (
    case_id uuid        primary key,
    due_at  timestamptz not null,
    tries   int         not null default 0
);
create index due_first on instruments.due (due_at);
