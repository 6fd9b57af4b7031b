-- Whatever ends a case ends it once: no program, and no two hands at the same moment, can write a second decision.
create unique index step_ends_once on cases.step (case_id)
    where kind in ('GRANTED', 'REFUSED', 'NOT_ACCEPTED', 'NOT_REQUIRED', 'WITHDRAWN', 'TERMINATED', 'TRANSFERRED');

create table cases.history_fault (
    case_id  uuid        not null references cases.case_file,
    kind     text        not null,
    evidence jsonb       not null,
    found_at timestamptz not null,
    primary key (case_id, kind)
);
comment on table cases.history_fault is 'what of a case does not follow from its steps; gone once it does again';

create table cases.history_round (
    at     timestamptz not null,
    cases  bigint      not null,
    faulty bigint      not null
);
comment on table cases.history_round is 'the one row: when all cases were last looked through';
