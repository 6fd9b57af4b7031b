create table supervision.card (
    id                  uuid primary key,
    version             int         not null default 1,
    case_id             uuid        not null,
    receipt_number      text        not null,
    item_name           text        not null,
    body                text        not null,
    body_name           text        not null,
    colour              text        not null check (colour in ('YELLOW', 'RED')),
    clock               text        not null,
    due                 date        not null,
    post                text        not null,
    holder              uuid,
    holder_name         text,
    issued_at           timestamptz not null,
    reason_until        date        not null,
    state               text        not null check (state in ('ISSUED', 'EXPLAINED', 'CONCLUDED', 'LIFTED')),
    lifting_proposed_by uuid
);
create unique index card_once on supervision.card (case_id, clock, colour, due);
create index card_of_body on supervision.card (body, state, issued_at desc);
create index card_to_lift on supervision.card (body) where lifting_proposed_by is not null;

create table supervision.card_step (
    card   uuid        not null references supervision.card,
    number int         not null,
    at     timestamptz not null,
    kind   text        not null,
    actor  text        not null,
    words  bytea       not null,
    primary key (card, number)
);
comment on table supervision.card_step is 'what was done with a card; rows are written once';

create table supervision.suspicion (
    id         uuid primary key,
    version    int         not null default 1,
    pattern    text        not null,
    body       text        not null,
    body_name  text        not null,
    key        text        not null,
    evidence   jsonb       not null,
    cases      uuid[]      not null,
    actors     text[]      not null,
    figure     int         not null,
    found_at   timestamptz not null,
    changed_at timestamptz not null,
    assessment text check (assessment in ('CONFIRMED', 'UNFOUNDED')),
    unique (body, pattern, key)
);
create index suspicion_of_body on supervision.suspicion (body, assessment, changed_at desc);

create table supervision.suspicion_step (
    suspicion uuid        not null references supervision.suspicion,
    number    int         not null,
    at        timestamptz not null,
    kind      text        not null,
    actor     text        not null,
    words     bytea       not null,
    primary key (suspicion, number)
);

create table supervision.work_day (
    day          date not null,
    body         text not null,
    post         text not null,
    staff        uuid,
    received     int  not null,
    done         int  not null,
    working_days int  not null,
    in_time      int  not null
);
create index work_day_of_body on supervision.work_day (body, day);
create index work_day_by_day on supervision.work_day (day);
comment on table supervision.work_day is 'sums of the timelines of a day, so that no page counts them anew';

create table supervision.counted (
    until date not null
);
comment on table supervision.counted is 'the one row: the last day that is over and counted';

create function supervision.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was done in supervision is never changed';
end $$;
create trigger card_step_is_written_once before update or delete on supervision.card_step
    for each row execute function supervision.refuse_change();
create trigger suspicion_step_is_written_once before update or delete on supervision.suspicion_step
    for each row execute function supervision.refuse_change();
create trigger card_is_kept before delete on supervision.card
    for each row execute function supervision.refuse_change();
create trigger suspicion_is_kept before delete on supervision.suspicion
    for each row execute function supervision.refuse_change();
