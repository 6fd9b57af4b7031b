package org.zhengtong.ground.crypto.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On one node, with a rest after each short transaction, so that people who wait go first. */
@Configuration(proxyBeanMethods = false)
class RenewalJob {
    private static final Duration REST = Duration.ofMillis(5);

    @Bean
    RecurringTask<Void> renewSealedFields(StoredKeyRenewal renewal) {
        return Tasks.recurring("crypto.renew-sealed-fields", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> renewal.run(() -> LockSupport.parkNanos(REST.toNanos())));
    }
}
