-- The base catalogue (基本目录) of the nation and the province. A published version never changes.
create table catalogue.base_item (
    code         varchar(12) not null,
    version      integer     not null,
    name         text        not null,
    published_at timestamptz not null,
    document     jsonb       not null,
    primary key (code, version)
);

-- Who stands behind a version: written by one, reviewed by another.
alter table catalogue.entry
    add column edited_by   text not null default 'system',
    add column reviewed_by text not null default 'system',
    add column reason      text not null default '';
