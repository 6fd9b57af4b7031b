create table audit.leaf (
    sequence bigint generated always as identity primary key,
    subject uuid not null,
    subject_sequence bigint not null check (subject_sequence > 0),
    previous bytea not null check (length(previous) = 32),
    digest bytea not null check (length(digest) = 32),
    action text not null,
    actor text not null,
    at timestamptz not null,
    facts jsonb not null,
    unique (subject, subject_sequence)
);

create index leaf_action on audit.leaf (action, sequence);
create index leaf_actor on audit.leaf (actor, sequence);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'a leaf of the audit log is never changed or removed';
end $$;

create trigger leaf_is_kept before update or delete on audit.leaf
    for each row execute function audit.refuse();
create trigger leaves_are_kept before truncate on audit.leaf
    for each statement execute function audit.refuse();

-- "always": also for a session that plays replication to get round triggers
alter table audit.leaf enable always trigger leaf_is_kept;
alter table audit.leaf enable always trigger leaves_are_kept;
