-- A correction, or a promised material, that is handed in at a window: by which clerk, in which visit, and what was signed.
create table filing.supplement (
    id             uuid        primary key,
    case_id        uuid        not null,
    material       text        not null,
    person         uuid        not null,
    visit          uuid        not null,
    clerk          uuid,
    until          timestamptz not null,
    asked          integer     not null,
    version        integer     not null default 0,
    content        bytea,
    signed_file    uuid,
    signed_version integer,
    handed_in_at   timestamptz
);
comment on column filing.supplement.material is 'the promised material; empty for the correction';
comment on column filing.supplement.asked is 'number of the step that asked for it; what was filled in for another one counts for nothing';
comment on column filing.supplement.signed_version is 'version that was printed and signed; another version is not signed';

create unique index supplement_open on filing.supplement (case_id, material) where handed_in_at is null;
create index supplement_of_visit on filing.supplement (visit);
