comment on column cases.case_file.applicant_name is 'sealed as cases.case_file.applicant_name:{id}';
comment on column cases.case_file.content is 'sealed as cases.case_file.content:{id}';
comment on column cases.former_content.content is 'sealed as cases.case_file.content:{case_id}';
comment on column cases.step.detail is 'sealed as cases.step.detail:{case_id}/{number}';
comment on column cases.joint_case.applicant_name is 'sealed as cases.case_file.applicant_name:{id}';
comment on column cases.joint_case.extension_words is 'sealed as cases.joint_case.extension_words:{id}';
comment on column cases.joint_part.content is 'sealed as cases.joint_part.content:{joint}/{position}';
comment on column cases.mark.sealed is 'sealed as cases.mark.sealed:{id}';

-- What was said with a step may be sealed anew under a newer key, its second byte; whoever changes it without the key makes
-- it unreadable. Nothing else of a step is ever changed.
create or replace function cases.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and get_byte(new.detail, 1) > get_byte(old.detail, 1)
            and to_jsonb(new) - 'detail' = to_jsonb(old) - 'detail' then
        return new;
    end if;
    raise exception 'a step of a case is never changed';
end $$;
