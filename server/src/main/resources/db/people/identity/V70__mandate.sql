-- Who may act for whom (授权委托): a firm or a person by its agents, as far and as long as each row says.
create table identity.mandate (
    id             uuid        primary key,
    principal_kind text        not null check (principal_kind in ('PERSON', 'FIRM')),
    principal      uuid        not null,
    agent          uuid        not null references identity.person,
    kind           text        not null check (kind in ('LEGAL_REPRESENTATIVE', 'AGENT', 'GUARDIAN', 'PROXY')),
    powers         text[]      not null,
    items          text[]      not null,
    from_day       date        not null,
    until_day      date,
    shown_by       text        not null check (shown_by in ('REGISTER', 'SIGNED', 'PAPER', 'HOUSEHOLD', 'COURT')),
    stage          text        not null check (stage in ('ASKED', 'OFFERED', 'GIVEN', 'ENDED')),
    note           bytea,
    scan           uuid,
    wording        bytea,
    digest         bytea,
    signature      bytea,
    granted_by     text        not null,
    granted_at     timestamptz not null,
    ended_why      text,
    ended_by       text,
    ended_at       timestamptz,
    integrity      bytea,
    check ((stage = 'ENDED') = (ended_at is not null)),
    check ((digest is null) = (signature is null) and (wording is null) = (signature is null))
);
comment on column identity.mandate.items is 'codes of items; empty is all of them';
comment on column identity.mandate.until_day is 'the last day; empty lasts until it is ended';
comment on column identity.mandate.note is 'sealed as identity.mandate.note:{id}';
comment on column identity.mandate.wording is 'sealed as identity.mandate.wording:{id}';
comment on column identity.mandate.digest is 'SM3 of the wording, which the house has signed';
comment on column identity.mandate.integrity is 'SM3-HMAC over the row: what is written without the program gives no power';

create index mandate_of_agent on identity.mandate (agent, stage);
create index mandate_of_principal on identity.mandate (principal, stage);
create index mandate_until on identity.mandate (until_day) where stage = 'GIVEN' and until_day is not null;
create index mandate_asked on identity.mandate (granted_at) where stage = 'ASKED';

-- What was told of a mandate that goes by itself.
create table identity.mandate_notice (
    mandate uuid        not null references identity.mandate on delete cascade,
    what    text        not null check (what in ('BEGUN', 'ENDING', 'OVER')),
    at      timestamptz not null,
    primary key (mandate, what)
);

-- The one agent a firm had becomes an agent as the register showed them, for everything. The rows get their integrity
-- codes once, at the next start.
insert into identity.mandate (
    id, principal_kind, principal, agent, kind, powers, items, from_day, shown_by, stage, granted_by, granted_at)
select gen_random_uuid(), 'FIRM', id, agent, 'AGENT', '{COLLECT,FILE,READ}', '{}',
       (created at time zone 'Asia/Shanghai')::date, 'REGISTER', 'GIVEN', 'person:' || agent, created
  from identity.firm;
drop index identity.firm_agent;
alter table identity.firm drop column agent;

-- A session acts for a firm or for a person.
alter table identity.session drop constraint session_acting_for_fkey;
alter table identity.session add acting_kind text check (acting_kind in ('PERSON', 'FIRM'));
update identity.session set acting_kind = 'FIRM' where acting_for is not null;
alter table identity.session add check ((acting_for is null) = (acting_kind is null));
