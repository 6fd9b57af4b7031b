create table organisation.succession (
    body       varchar(18) primary key references organisation.body,
    successor  varchar(18) not null references organisation.body,
    from_day   date        not null,
    document   text        not null,
    reason     text        not null,
    decided_by uuid        not null,
    decided_at timestamptz not null,
    check (body <> successor)
);
comment on table organisation.succession is 'bodies that are dissolved or merged (机构撤销、合并), and who goes on in their place';
