create table editing.draft (
    id         uuid        primary key,
    code       varchar(64) not null,
    body       varchar(18) not null,
    based_on   integer     not null,
    stage      varchar(16) not null,
    revision   integer     not null,
    editors    uuid[]      not null,
    reviewer   uuid,
    publish_on date,
    reason     text        not null,
    changed_at timestamptz not null,
    document   jsonb       not null
);

-- An entry has one open draft at most: two editors meet in it instead of overwriting each other.
create unique index draft_open on editing.draft (code) where stage in ('EDITING', 'IN_REVIEW', 'APPROVED');
create index draft_due on editing.draft (publish_on) where stage = 'APPROVED';

create table editing.step (
    draft    uuid        not null references editing.draft,
    number   bigint      not null generated always as identity,
    at       timestamptz not null,
    name     text        not null,
    act      varchar(16) not null,
    note     text        not null,
    primary key (draft, number)
);
