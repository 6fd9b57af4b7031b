alter table cases.case_file
    add signed       jsonb  not null default '[]',
    add opinions     jsonb  not null default '[]',
    add asked_bodies text[] not null default '{}',
    add recused      uuid[] not null default '{}';
comment on column cases.case_file.asked_bodies is 'bodies whose opinion is awaited';
comment on column cases.case_file.recused is 'staff who have stated a conflict of interest';

create index case_file_asked on cases.case_file using gin (asked_bodies) where asked_bodies <> '{}';
create index case_file_to_archive on cases.case_file (delivered_on) where state = 'CLOSED';
