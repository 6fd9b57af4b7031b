create index item_by_change on catalogue.item (changed_at, code);
