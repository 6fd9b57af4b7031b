comment on column instruments.instrument.words is 'sealed as instruments.instrument.words:{id}';

-- Words may be sealed anew under a newer key, their second byte; nothing else is ever changed.
create function instruments.refuse_change_but_of_key() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and get_byte(new.words, 1) > get_byte(old.words, 1)
            and to_jsonb(new) - 'words' = to_jsonb(old) - 'words' then
        return new;
    end if;
    raise exception 'what was issued is never changed';
end $$;
create or replace trigger instrument_is_written_once before update or delete on instruments.instrument
    for each row execute function instruments.refuse_change_but_of_key();
