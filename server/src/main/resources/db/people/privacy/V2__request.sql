-- What people ask to have corrected or deleted (个人信息保护法 46, 47), and what they were answered.
create table privacy.request (
    id          uuid        primary key,
    person      uuid        not null,
    kind        text        not null check (kind in ('CORRECTION', 'DELETION')),
    about       text        not null,
    wish        bytea       not null,
    made        timestamptz not null,
    due         date        not null,
    state       text        not null check (state in ('OPEN', 'DONE', 'REFUSED', 'WITHDRAWN')),
    answer      bytea,
    answered    timestamptz,
    answered_by uuid,
    check ((state in ('DONE', 'REFUSED')) = (answer is not null and answered is not null and answered_by is not null))
);
comment on column privacy.request.wish is 'sealed as privacy.request.wish:{id}';
comment on column privacy.request.answer is 'sealed as privacy.request.answer:{id}';

create index request_person on privacy.request (person, made);
create index request_open on privacy.request (due, id) where state = 'OPEN';
