-- Who waits is told once that their turn is near; who took a number when it was near already knows.
alter table queue.ticket add column near_told_at timestamptz;
create index ticket_not_told on queue.ticket (day, hall)
    where state in ('WAITING', 'TRANSFERRED') and person is not null and near_told_at is null;
