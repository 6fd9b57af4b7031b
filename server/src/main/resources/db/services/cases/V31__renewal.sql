alter table cases.case_file
    add renewal       jsonb,
    add renewal_until date;
comment on column cases.case_file.renewal_until is 'last day of the licence whose renewal was applied for in time';

create index case_file_to_renew on cases.case_file (renewal_until) where renewal_until is not null;
