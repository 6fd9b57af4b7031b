create table crypto.key_check (
    name text primary key,
    value text not null
);
