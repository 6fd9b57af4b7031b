-- A change of a base item that waits for a second person; one at a time for each item.
create table catalogue.base_proposal (
    code        varchar(12) primary key,
    document    jsonb       not null,
    proposed_by text        not null,
    proposer    text        not null,
    reason      text        not null,
    proposed_at timestamptz not null
);
