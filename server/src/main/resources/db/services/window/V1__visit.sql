-- Somebody stands at a window, and a clerk serves them.
create table "window".visit (
    id           uuid        primary key,
    clerk        uuid        not null,
    body         varchar(18) not null,
    ticket       text,
    purpose      text        not null,
    way          text        not null check (way in ('NUMBER', 'LICENCE', 'PHONE', 'HANDOVER')),
    person       uuid,
    typed        bytea       not null,
    handover     uuid,
    opened_at    timestamptz not null,
    confirmed_at timestamptz,
    closed_at    timestamptz
);
comment on column "window".visit.typed is 'number and telephone as typed, sealed; emptied as soon as it is known who it is';
comment on column "window".visit.confirmed_at is 'when the clerk had made sure who it is; nothing is opened before';

create index visit_open on "window".visit (clerk, opened_at) where closed_at is null;

-- A matter handed over to another body's window, with everything that was filled in.
create table "window".handover (
    id        uuid        primary key,
    visit     uuid        not null references "window".visit,
    person    uuid        not null,
    draft     uuid,
    item_name text,
    from_body varchar(18) not null,
    from_name text        not null,
    to_body   varchar(18) not null,
    to_name   text        not null,
    clerk     uuid        not null,
    clerk_name text       not null,
    reason    text        not null,
    at        timestamptz not null,
    taken_by  uuid references "window".visit,
    taken_at  timestamptz
);

create index handover_waiting on "window".handover (to_body, at) where taken_at is null;
create index handover_of_visit on "window".handover (visit);
