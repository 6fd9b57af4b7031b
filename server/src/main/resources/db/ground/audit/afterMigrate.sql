-- What the program may do here, and nothing else: leaves and their places are read and added, never changed. The owner of
-- the database keeps the tables, so the program cannot switch off their triggers or drop them either.
grant usage on schema audit to "${program}";
grant select, insert on audit.leaf, audit.placed to "${program}";
grant select, update on audit.tree to "${program}";
