-- In which order cases changed last, for platforms that fetch what is new since a number.
create table transfer.case_change (
    case_id  uuid   primary key,
    sequence bigint not null unique
);
create sequence transfer.case_change_number;
