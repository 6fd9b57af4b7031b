create table cases.joint_case (
    id              uuid primary key,
    filing_key      uuid        not null unique,
    receipt_number  text        not null unique,
    bundle          text        not null,
    bundle_version  int         not null,
    name            text        not null,
    lead_body       text        not null,
    lead_body_name  text        not null,
    applicant_kind  text        not null check (applicant_kind in ('PERSON', 'FIRM')),
    applicant       uuid        not null,
    applicant_name  bytea       not null,
    agent           uuid        not null,
    channel         text        not null,
    filed_at        timestamptz not null,
    extension       jsonb,
    extension_words bytea
);
comment on table cases.joint_case is 'one thing (一件事): the parent of the cases of its items';

create index joint_case_of_applicant on cases.joint_case (applicant, filed_at desc);

create table cases.joint_part (
    joint        uuid   not null references cases.joint_case,
    position     int    not null,
    item         text   not null,
    item_version int    not null,
    item_name    text   not null,
    body         text   not null,
    body_name    text   not null,
    waits_for    text[] not null,
    content      bytea  not null,
    filed        uuid references cases.case_file,
    primary key (joint, position)
);
comment on column cases.joint_part.content is 'what is filed for the item once it can begin, sealed';
comment on column cases.joint_part.filed is 'its case; null while it waits';

alter table cases.case_file add joint uuid references cases.joint_case;
