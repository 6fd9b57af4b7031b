-- Somebody at a window is asked to sign on the tablet there. Kept for a day; the signed paper lies in the case.
create table signing.signing (
    id             uuid        primary key,
    hall           varchar(32) not null,
    service_window integer     not null,
    clerk          uuid        not null,
    subject        uuid        not null,
    digest         varchar(64) not null,
    paper          bytea,
    strokes        bytea,
    back           text        not null,
    state          text        not null check (state in ('ASKED', 'SIGNED', 'DECLINED', 'TAKEN_BACK', 'OVER')),
    asked_at       timestamptz not null,
    ended_at       timestamptz,
    file           uuid,
    check ((paper is not null) = (state in ('ASKED', 'SIGNED'))),
    check ((strokes is not null) = (state = 'SIGNED')),
    check ((ended_at is null) = (state = 'ASKED')),
    check (file is null or state = 'SIGNED')
);
comment on column signing.signing.digest is 'SM3 of the paper that is shown';
comment on column signing.signing.paper is 'sealed as signing.signing.paper:{id}';
comment on column signing.signing.strokes is 'sealed as signing.signing.strokes:{id}';

-- One at a time on a tablet.
create unique index signing_asked on signing.signing (hall, service_window) where state = 'ASKED';
create index signing_about on signing.signing (subject, clerk, asked_at) where state = 'SIGNED';
create index signing_past on signing.signing (asked_at);
