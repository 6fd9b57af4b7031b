package org.zhengtong.services.editing.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute whether the day of a publication has come, on one node. */
@Configuration(proxyBeanMethods = false)
class PublicationJob {
    @Bean
    RecurringTask<Void> publications(StoredEditing entries, StoredBundleEditing bundles) {
        return Tasks.recurring("editing.publications", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> {
                    entries.publishDue();
                    bundles.publishDue();
                });
    }
}
