-- The package of a case in the archive, as it was made once.
create table instruments.kept_package (
    case_id   uuid        primary key,
    file      uuid        not null,
    sm3       char(64)    not null,
    bytes     bigint      not null,
    packed_at timestamptz not null
);
create trigger kept_package_is_written_once before update or delete on instruments.kept_package
    for each row execute function instruments.refuse_change();
