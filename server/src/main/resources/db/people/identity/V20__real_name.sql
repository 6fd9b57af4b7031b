-- Whoever registered by themselves was confirmed by the register of names.
alter table identity.person
    add real_name text not null default 'CONFIRMED' check (real_name in ('CARD_SEEN', 'CONFIRMED'));

-- A telephone is a hint at a window, for those without a password too.
create index person_reached_by on identity.person (phone_index);
