alter table cases.case_file
    add prechecked_on     date,
    add delivered_on      date,
    add planned           jsonb,
    add planned_from      date,
    add extension         jsonb,
    add deferred          jsonb   not null default '[]',
    add deferral_until    date,
    add deferral_reminded boolean not null default false;
comment on column cases.case_file.deferral_until is 'last day of the first promised material that is still to come';

update cases.case_file
   set pauses = (select jsonb_agg(pause - 'article' || '{"kind": "EXPERT_REVIEW", "days": 30}')
                   from jsonb_array_elements(pauses) as pause)
 where pauses <> '[]';

drop index cases.case_file_to_answer;
create index case_file_to_answer on cases.case_file (due)
    where state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED');
create index case_file_planned on cases.case_file (planned_from) where planned_from is not null;
create index case_file_deferred on cases.case_file (deferral_until) where deferral_until is not null;
create index case_file_open on cases.case_file (id)
    where state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED', 'ACCEPTED', 'IN_REVIEW',
                    'SUSPENDED', 'REVIEWED');

create table cases.counted_by (
    calendar text not null
);
comment on table cases.counted_by is 'the one row: by which calendar the due dates of open cases were last checked';
