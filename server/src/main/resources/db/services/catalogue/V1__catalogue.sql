-- What stays the same over all versions of an item. position is its place in the list.
create table catalogue.item (
    code       varchar(64) primary key,
    position   integer     not null generated always as identity,
    state      varchar(16) not null,
    version    integer     not null,
    changed_at timestamptz not null
);

-- A published version never changes.
create table catalogue.entry (
    code         varchar(64) not null,
    version      integer     not null,
    published_at timestamptz not null,
    document     jsonb       not null,
    primary key (code, version)
);

create table catalogue.bundle (
    code         varchar(16) not null,
    version      integer     not null,
    published_at timestamptz not null,
    document     jsonb       not null,
    primary key (code, version)
);

-- Counts publications, so that every node sees with one small look whether its memory is of today.
create table catalogue.revision (
    number bigint not null
);
insert into catalogue.revision values (0);
