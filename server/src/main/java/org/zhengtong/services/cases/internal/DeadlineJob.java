package org.zhengtong.services.cases.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.web.Page;

/** Looks at the deadlines every ten minutes and counts all of them anew every night, on one node. */
@Configuration(proxyBeanMethods = false)
class DeadlineJob {
    @Bean
    RecurringTask<Void> caseDeadlines(Deadlines deadlines) {
        return Tasks.recurring("cases.deadlines", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> deadlines.pass());
    }

    @Bean
    RecurringTask<Void> caseClockCheck(ClockCheck check) {
        return Tasks.recurring("cases.clock-check", Schedules.daily(Page.ZONE, LocalTime.of(0, 20)))
                .execute((_, _) -> check.check());
    }
}
