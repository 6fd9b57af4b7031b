package org.zhengtong.ground.audit.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.web.Page;

/** Rounds look at the end of the log only; every night all of it is reckoned anew, on one node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(AuditConfiguration.class);

    @Bean
    RecurringTask<Void> auditCheck(AuditTrail trail) {
        return Tasks.recurring("audit.check", Schedules.daily(Page.ZONE, LocalTime.of(3, 40)))
                .execute((_, _) -> trail.verifyAll()
                        .ifPresent(broken -> LOG.error(
                                "the audit log was bent: {} {} of {}",
                                broken.fault(),
                                broken.subjectSequence(),
                                broken.subject())));
    }
}
