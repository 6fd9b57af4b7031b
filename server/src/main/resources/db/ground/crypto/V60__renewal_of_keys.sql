-- When a field key was made, when everything was under it, and how many values were sealed anew for it.
alter table crypto.key_check
    add made    timestamptz not null default now(),
    add renewed timestamptz,
    add moved   bigint      not null default 0;
