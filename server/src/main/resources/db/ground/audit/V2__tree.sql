-- The transaction a leaf was written in. Those below the oldest one still running are all decided, so whoever looks for
-- leaves that are not in the tree yet begins there. Leaves of before have none and are looked for once.
alter table audit.leaf add column written xid8;
alter table audit.leaf alter column written set default pg_current_xact_id();
alter table audit.leaf add constraint leaf_knows_its_transaction check (written is not null) not valid;
create index leaf_written on audit.leaf (written);

-- the leaves in the order of the tree; no foreign key: it would lock, and so rewrite, every leaf
create table audit.placed (
    place bigint primary key check (place >= 0),
    leaf bigint not null unique,
    entry bytea not null check (length(entry) = 32)
);
create index placed_entry on audit.placed using hash (entry);

create trigger placed_is_kept before update or delete on audit.placed
    for each row execute function audit.refuse();
create trigger all_placed_are_kept before truncate on audit.placed
    for each statement execute function audit.refuse();
alter table audit.placed enable always trigger placed_is_kept;
alter table audit.placed enable always trigger all_placed_are_kept;

-- how far the tree has come: all leaves of transactions below the mark of this database are placed
create table audit.tree (
    one_row boolean primary key default true check (one_row),
    size bigint not null default 0,
    mark xid8 not null default '0',
    of_database text not null default ''
);
insert into audit.tree default values;
