-- Tablets belong to the windows (queue.tablet); each is connected once more.
drop table evaluation.tablet;
