-- The revision at which an item or a bundle last changed, so that a node reads what is new and nothing else. Whoever
-- changes one counts catalogue.revision first, in the same transaction; the number is put in here so that nobody forgets.
alter table catalogue.item add column revision bigint not null default 0;
alter table catalogue.bundle add column revision bigint not null default 0;
create index item_by_revision on catalogue.item (revision);
create index bundle_by_revision on catalogue.bundle (revision);

create function catalogue.note_revision() returns trigger language plpgsql as $$
begin
    new.revision = (select number from catalogue.revision);
    return new;
end
$$;
create trigger item_revision before insert or update on catalogue.item
    for each row execute function catalogue.note_revision();
create trigger bundle_revision before insert or update on catalogue.bundle
    for each row execute function catalogue.note_revision();

-- What people searched for and found nothing, counted; who asked is not kept. An open term waits for an editor.
create table catalogue.search_term (
    term     varchar(60) primary key,
    times    bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    state    varchar(16) not null default 'OPEN'
);
create index search_term_open on catalogue.search_term (times desc, last_at desc) where state = 'OPEN';

-- Words editors gave to an item, for all bodies that have it.
create table catalogue.synonym (
    base_code varchar(64) not null,
    word      varchar(60) not null,
    added_at  timestamptz not null,
    primary key (base_code, word)
);
