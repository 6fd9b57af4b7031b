create index case_file_running on cases.case_file (body, due, filed_at, id) include (state, assignee)
    where state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED', 'ACCEPTED', 'IN_REVIEW',
                    'SUSPENDED', 'REVIEWED');
create index case_file_by_filing on cases.case_file (body, filed_at);
create index step_by_time on cases.step using brin (at) with (pages_per_range = 32, autosummarize = on);
create index step_counted_as_accepted on cases.step (at) where kind = 'COUNTED_AS_ACCEPTED';

-- the inbox counts what was decided in thirty days: read from the index alone
drop index cases.case_file_decided;
create index case_file_decided on cases.case_file (body, decided_on) include (took_days, promised_days, in_time)
    where decided_on is not null;
