create table organisation.body (
    uscc               varchar(18) primary key,
    name               text        not null unique,
    division           varchar(6)  not null,
    address            text        not null,
    opening_hours      text        not null,
    consultation_phone text        not null,
    complaint_phone    text        not null,
    check (consultation_phone <> complaint_phone)
);

create table organisation.staff (
    person uuid        primary key,
    body   varchar(18) not null references organisation.body,
    post   text        not null
);

create index staff_body on organisation.staff (body);

create table organisation.staff_role (
    person uuid not null references organisation.staff on delete cascade,
    role   text not null,
    primary key (person, role)
);

-- The system, the security and the audit administrator are three different people (GB/T 22239-2019, 8.1.5).
create unique index one_administration_a_person on organisation.staff_role (person)
    where role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR');
