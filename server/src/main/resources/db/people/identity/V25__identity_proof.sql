-- A level above the register's word: the person showed themselves, by network identity or face.
alter table identity.person drop constraint person_real_name_check;
alter table identity.person
    add constraint person_real_name_check check (real_name in ('CARD_SEEN', 'CONFIRMED', 'SHOWN'));

alter table identity.challenge drop constraint challenge_purpose_check;
alter table identity.challenge
    add constraint challenge_purpose_check
        check (purpose in ('REGISTER', 'SIGN_IN', 'CONFIRM', 'NETWORK_IDENTITY', 'FACE'));
