create table outbox.event (
    sequence bigint generated always as identity primary key,
    topic text not null,
    subject uuid not null,
    payload jsonb not null,
    at timestamptz not null
);

-- who listens; every program on this database writes deliveries for all of them
create table outbox.handler (
    name text primary key,
    topic text not null
);

-- what a handler has not had yet; the row goes away with the handler's own changes
create table outbox.delivery (
    handler text not null,
    sequence bigint not null references outbox.event (sequence),
    subject uuid not null,
    tries integer not null default 0,
    due_at timestamptz not null,
    dead boolean not null default false,
    last_error text,
    primary key (handler, sequence)
);

create index delivery_in_order on outbox.delivery (handler, subject, sequence) where not dead;
create index delivery_due on outbox.delivery (due_at, sequence) where not dead;
create index delivery_dead on outbox.delivery (sequence) where dead;

create table outbox.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on outbox.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on outbox.scheduled_tasks (last_heartbeat);
