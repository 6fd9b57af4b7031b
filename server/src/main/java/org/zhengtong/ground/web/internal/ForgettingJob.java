package org.zhengtong.ground.web.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ForgettingJob {
    @Bean
    RecurringTask<Void> forgetFirstAnswers(FirstAnswers answers) {
        return Tasks.recurring("web.forget-first-answers", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> answers.forgetOld());
    }
}
