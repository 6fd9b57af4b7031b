-- Steps are only ever appended, so a few pages tell which part of the table a day is in.
create index step_at on cases.step using brin (at);
