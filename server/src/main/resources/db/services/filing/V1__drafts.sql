-- A filing on its way. What was typed is sealed; what is left plain is needed to find it again.
create table filing.draft (
    id           uuid primary key,
    owner        uuid        not null,
    party_kind   text        not null check (party_kind in ('PERSON', 'FIRM')),
    party        uuid        not null,
    item_code    text        not null,
    item_version integer     not null,
    item_changed boolean     not null default false,
    version      integer     not null,
    content      bytea       not null,
    begun_at     timestamptz not null,
    updated_at   timestamptz not null,
    filed_case   uuid
);

-- One open draft per person, applicant and item: starting again goes on with it.
create unique index draft_open on filing.draft (owner, party, item_code) where filed_case is null;

-- Whose a file is: nobody hands in what another person uploaded.
create table filing.upload (
    owner       uuid        not null,
    file        uuid        not null,
    uploaded_at timestamptz not null,
    primary key (owner, file)
);
