package org.zhengtong.services.systems.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SystemsConfiguration {
    private static final Duration CALLS_KEPT = Duration.ofDays(365);

    /** Twice as long as a timestamp is believed, on either side of now. */
    private static final Duration NONCES_KEPT = HeardCalls.FRESH.multipliedBy(4);

    @Bean
    RecurringTask<Void> forgetSystemCalls(CallStore calls, Clock clock) {
        return Tasks.recurring("systems.forget", FixedDelay.of(Duration.ofMinutes(30)))
                .execute((_, _) -> {
                    Instant now = clock.instant();
                    calls.forgetNonces(now.minus(NONCES_KEPT));
                    calls.forgetCalls(now.minus(CALLS_KEPT));
                });
    }
}
