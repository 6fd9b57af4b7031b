comment on column supervision.card_step.words is 'sealed as supervision.card_step.words:{card}/{number}';
comment on column supervision.suspicion_step.words is 'sealed as supervision.suspicion_step.words:{suspicion}/{number}';

-- Words may be sealed anew under a newer key, their second byte; nothing else is ever changed.
create function supervision.refuse_change_but_of_key() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and get_byte(new.words, 1) > get_byte(old.words, 1)
            and to_jsonb(new) - 'words' = to_jsonb(old) - 'words' then
        return new;
    end if;
    raise exception 'what was done in supervision is never changed';
end $$;
create or replace trigger card_step_is_written_once before update or delete on supervision.card_step
    for each row execute function supervision.refuse_change_but_of_key();
create or replace trigger suspicion_step_is_written_once before update or delete on supervision.suspicion_step
    for each row execute function supervision.refuse_change_but_of_key();
