create table web.answer (
    caller        text        not null,
    key_index     bytea       not null,
    request_index bytea       not null,
    claimed_at    timestamptz not null,
    status        int,
    content_type  text,
    location      text,
    body          bytea,
    primary key (caller, key_index)
);
comment on table web.answer is 'first answers to calls with an Idempotency-Key, for a day; status is empty while the call is carried out';
comment on column web.answer.body is 'sealed';

create index answer_claimed_at on web.answer (claimed_at);
