package org.zhengtong.ground.outbox.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are delivered and jobs are run.
 *
 * @param automatic whether this program delivers events and runs jobs by itself; off in tests
 * @param tries how often a delivery is tried before it is a dead letter
 * @param firstPause pause after the first failed try; it doubles with every further one, up to an hour
 * @param couriers how many carry deliveries at once
 * @param gathering how long a courier waits for more before it sets out
 * @param polling how often jobs and retries are looked for
 */
@ConfigurationProperties("zhengtong.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean automatic,
        @DefaultValue("8") int tries,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("2") int couriers,
        @DefaultValue("20ms") Duration gathering,
        @DefaultValue("5s") Duration polling) {}
