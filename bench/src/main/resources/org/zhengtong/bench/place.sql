-- The smallest thing the program writes in a rush: somebody's place in the queue, and a durable commit.
insert into bench_place (lot, rush, hall, business_group, day, person, came_at)
values (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 'citizen-centre', 'enterprise', current_date, gen_random_uuid(), now());
