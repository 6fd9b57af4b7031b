-- What a person allows or not; who never said anything has no row.
create table privacy.choice (
    person  uuid        not null,
    purpose text        not null,
    allowed boolean     not null,
    decided timestamptz not null,
    primary key (person, purpose)
);
