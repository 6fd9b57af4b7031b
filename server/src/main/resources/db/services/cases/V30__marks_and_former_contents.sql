-- Marks on pictures that wait for the notice they go out with.
create table cases.mark (
    id       uuid        primary key,
    case_id  uuid        not null references cases.case_file,
    material text        not null,
    sealed   bytea       not null,
    made_at  timestamptz not null
);

create index mark_of_case on cases.mark (case_id);

-- What was handed in before a correction or a promised material replaced it.
create table cases.former_content (
    case_id uuid  not null references cases.case_file,
    until   int   not null,
    content bytea not null,
    primary key (case_id, until)
);
comment on column cases.former_content.until is 'number of the step that replaced it';
