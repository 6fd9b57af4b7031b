package org.zhengtong.services.transfer.internal;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One import at a time and node is planned for each file; it runs on one node. */
@Configuration(proxyBeanMethods = false)
class ImportJob {
    static final String NAME = "transfer.import";

    @Bean
    OneTimeTask<Void> transferImport(ImportWork work) {
        return Tasks.oneTime(NAME).execute((instance, _) -> work.run(UUID.fromString(instance.getId())));
    }
}
