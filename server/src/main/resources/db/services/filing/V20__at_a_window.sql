-- A draft filled in at a window: by which clerk, in which visit, and what was signed there.
alter table filing.draft
    add visit          uuid,
    add clerk          uuid,
    add clerk_until    timestamptz,
    add signed_file    uuid,
    add signed_version integer;
comment on column filing.draft.signed_version is 'version of the draft that was printed and signed; another version is not signed';

create index draft_of_visit on filing.draft (visit) where visit is not null;
