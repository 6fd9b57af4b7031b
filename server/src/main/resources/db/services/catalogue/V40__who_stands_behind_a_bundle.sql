alter table catalogue.bundle
    add column edited_by   text not null default 'system',
    add column reviewed_by text not null default 'system',
    add column reason      text not null default '';
