-- the inbox: what waits in each state, what somebody has in hand, and what nobody has, the most pressing first
drop index cases.case_file_of_body;
create index case_file_of_body on cases.case_file (body, state, due, filed_at, id);

create index case_file_in_hand on cases.case_file (assignee, due, filed_at, id)
    where assignee is not null
      and state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED', 'ACCEPTED', 'IN_REVIEW',
                    'SUSPENDED', 'REVIEWED');

create index case_file_in_nobodys_hand on cases.case_file (body, state, due, filed_at, id)
    where assignee is null
      and state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED', 'ACCEPTED', 'IN_REVIEW',
                    'SUSPENDED', 'REVIEWED');
