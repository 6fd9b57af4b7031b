package org.zhengtong.services.cases.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the deadlines every ten minutes, on one node. */
@Configuration(proxyBeanMethods = false)
class DeadlineJob {
    @Bean
    RecurringTask<Void> caseDeadlines(Deadlines deadlines) {
        return Tasks.recurring("cases.deadlines", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> deadlines.pass());
    }
}
