create sequence cases.case_number;

create table cases.case_file (
    id                  uuid primary key,
    version             bigint      not null default 1,
    filing_key          uuid        not null unique,
    case_number         text        not null unique,
    receipt_number      text        not null unique,
    item                text        not null,
    item_version        int         not null,
    item_name           text        not null,
    body                text        not null,
    body_name           text        not null,
    applicant_kind      text        not null check (applicant_kind in ('PERSON', 'FIRM')),
    applicant           uuid        not null,
    applicant_name      bytea       not null,
    agent               uuid        not null,
    channel             text        not null,
    filed_at            timestamptz not null,
    content             bytea       not null,
    statutory_days      int         not null,
    promised_days       int         not null,
    state               text        not null,
    received_on         date        not null,
    correction_asked_on date,
    correction_until    date,
    accepted_on         date,
    decided_on          date,
    outcome             text,
    pauses              jsonb       not null default '[]',
    due                 date,
    due_days            int,
    took_days           int,
    in_time             boolean,
    reminded            boolean     not null default false,
    assignee            uuid,
    assignee_name       text,
    licence             uuid
);
comment on column cases.case_file.content is 'situations, answers and materials, sealed as one document';
comment on column cases.case_file.due is 'last day of the clock that presses; null while none runs';

create index case_file_of_applicant on cases.case_file (applicant, filed_at desc);
create index case_file_of_body on cases.case_file (body, state, due, filed_at);
create index case_file_decided on cases.case_file (body, decided_on);
create index case_file_to_answer on cases.case_file (due)
    where state in ('SUBMITTED', 'RECEIVED', 'CORRECTION_REQUESTED');
create index case_file_by_receipt on cases.case_file (receipt_number text_pattern_ops);

create table cases.step (
    case_id  uuid        not null references cases.case_file,
    number   int         not null,
    at       timestamptz not null,
    kind     text        not null,
    actor    text        not null,
    detail   bytea       not null,
    document text,
    primary key (case_id, number)
);
comment on table cases.step is 'the timeline; rows are written once';

create function cases.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a step of a case is never changed';
end $$;
create trigger step_is_written_once before update or delete on cases.step
    for each row execute function cases.refuse_change();

create table cases.document_number (
    body text not null,
    kind text not null,
    year int  not null,
    last int  not null,
    primary key (body, kind, year)
);
