package org.zhengtong.ground.audit.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log over all audit leaves.
 *
 * @param origin what the log is called in its checkpoints: its public address without the scheme; counts for a log that
 *     begins, one that is there keeps its name
 * @param automatic whether this program makes checkpoints by itself; off in tests
 * @param checkpointEvery how often new leaves are put into a signed checkpoint
 * @param stopAfter how long no checkpoint may be made before nothing is written any more that needs a leaf
 */
@ConfigurationProperties("zhengtong.audit")
record AuditSettings(
        @DefaultValue("zhengtong.example/audit") String origin,
        @DefaultValue("true") boolean automatic,
        @DefaultValue("30s") Duration checkpointEvery,
        @DefaultValue("15m") Duration stopAfter) {}
