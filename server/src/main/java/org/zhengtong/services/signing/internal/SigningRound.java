package org.zhengtong.services.signing.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what was asked and not answered. */
@Configuration(proxyBeanMethods = false)
class SigningRound {
    @Bean
    RecurringTask<Void> signingRoundTask(TabletSignings signings) {
        return Tasks.recurring("signing.round", FixedDelay.ofMinutes(5)).execute((_, _) -> signings.pass());
    }
}
