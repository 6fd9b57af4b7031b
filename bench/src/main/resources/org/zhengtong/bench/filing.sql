-- What the program sends to file one case by API, in its order and in its transactions, for pgbench.
-- The values come from a case the program has filed; only the keys are new each time.
-- The event's deliveries, which the program carries for many cases in one transaction, stand in that of the filing; they
-- are due tomorrow, so that the program leaves them alone.
\set n :n + 1
\set id (:run * 1000 + :client_id) * 1000000000 + :n
select id, name, number_sealed, phone_sealed, address_sealed, synthetic from identity.person where id = cast(:person as uuid);
select * from (
    select distinct on (licence) * from licences.licence_version where holder = cast(:person as uuid)
    order by licence, version desc
) newest where holder_kind = 'PERSON' order by issued_on desc, licence desc;
select file from filing.upload where owner = cast(:person as uuid) and file in (cast(:file as uuid));
select name from identity.person where id = cast(:person as uuid);
begin;
with filed as (
    insert into cases.case_file (
        id, filing_key, case_number, receipt_number, item, item_version, item_name,
        body, body_name, applicant_kind, applicant, applicant_name, agent, channel,
        filed_at, content, statutory_days, promised_days, state, received_on, due, due_days, joint,
        renewal, renewal_until)
    select cast(lpad(to_hex(cast(:id as bigint)), 32, '0') as uuid), cast(md5(cast(:id as text)) as uuid),
        :item || :day || lpad(n, greatest(6, length(n)), '0'),
        'YX-' || reverse(lpad(to_hex(cast(:id as bigint)), 12, '0')),
        :item, cast(:item_version as int), :item_name, :body, :body_name, 'PERSON', cast(:person as uuid),
        cast(:applicant_name as bytea), cast(:person as uuid), 'API', now(), cast(:content as bytea),
        cast(:statutory_days as int), cast(:promised_days as int), 'SUBMITTED', cast(:received_on as date),
        cast(:due as date), cast(:due_days as int), cast(null as uuid), cast(null as jsonb), cast(null as date)
    from (select nextval('cases.case_number')::text as n) as drawn
    on conflict (filing_key) do nothing
    returning id, case_number),
stepped as (
    insert into cases.step (case_id, number, at, kind, actor, detail)
    select id, 1, now(), 'FILED', :actor, cast(:detail as bytea) from filed)
select case_number from filed;
with written as (
    insert into outbox.event (topic, subject, payload, at)
    values ('cases.filed', cast(lpad(to_hex(cast(:id as bigint)), 32, '0') as uuid), cast(:payload as jsonb), now())
    returning sequence, topic, subject, at
), told as (
    insert into outbox.delivery (handler, sequence, subject, due_at)
    select handler.name, written.sequence, written.subject, written.at + interval '1 day'
    from written
    join outbox.handler on handler.topic in (written.topic, split_part(written.topic, '.', 1) || '.*')
)
select sequence from written
\gset
with chain_end as (
    select subject_sequence, digest from audit.leaf
    where subject = cast(lpad(to_hex(cast(:id as bigint)), 32, '0') as uuid)
    order by subject_sequence desc limit 1
), written as (
    insert into audit.leaf (subject, subject_sequence, previous, digest, action, actor, at, facts)
    select cast(lpad(to_hex(cast(:id as bigint)), 32, '0') as uuid), 1, cast(:previous as bytea),
        cast(:digest as bytea), 'cases.file', :actor, now(), cast(:facts as jsonb)
    where coalesce((select subject_sequence from chain_end), 0) = 0
    on conflict (subject, subject_sequence) do nothing
    returning 1
)
select coalesce((select subject_sequence from chain_end), 0) as subject_sequence,
    (select digest from chain_end) as digest
where not exists (select from written);
delete from outbox.delivery where sequence = cast(:sequence as bigint);
select id from notices.receiver where body = :body and 'cases.filed' = any(topics) order by id;
insert into transfer.case_change (case_id, sequence)
select cast(lpad(to_hex(cast(:id as bigint)), 32, '0') as uuid), nextval('transfer.case_change_number')
on conflict (case_id) do update set sequence = excluded.sequence;
commit;
