package org.zhengtong.services.supervision.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.supervision.SupervisionSettings;

/** Limits pass at midnight: cards and patterns come after the clocks were counted anew. The day's work is counted hourly. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupervisionSettings.class)
class SupervisionConfiguration {
    @Bean
    RecurringTask<Void> supervisionRound(CardRound cards, PatternRound patterns) {
        return Tasks.recurring("supervision.round", Schedules.daily(Page.ZONE, LocalTime.of(0, 50)))
                .execute((_, _) -> {
                    cards.issue();
                    patterns.countDays(1);
                    patterns.findPatterns();
                });
    }

    @Bean
    RecurringTask<Void> supervisionWork(PatternRound patterns) {
        return Tasks.recurring("supervision.work", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> patterns.countDays(0));
    }
}
