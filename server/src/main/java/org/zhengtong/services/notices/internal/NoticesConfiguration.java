package org.zhengtong.services.notices.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calls.Post;
import org.zhengtong.ground.calls.Reach;
import org.zhengtong.services.notices.NoticesSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticesSettings.class)
class NoticesConfiguration {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    AddressCheck addressCheck(NoticesSettings settings) {
        return new AddressCheck(Reach.of(settings.allowedNetworks()));
    }

    @Bean(destroyMethod = "close")
    Dispatch dispatch(MessageStore store, AddressCheck check, TransactionTemplate transaction, Clock clock) {
        Post post = new Post(check.reach(), LONGEST_ANSWER, (SSLSocketFactory) SSLSocketFactory.getDefault());
        return new Dispatch(store, post, transaction, clock);
    }

    /** Only begins: how long receivers take is no matter of the scheduler's threads. */
    @Bean
    RecurringTask<Void> noticesRound(Dispatch dispatch) {
        return Tasks.recurring("notices.round", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((_, _) -> dispatch.begin());
    }

    @Bean
    RecurringTask<Void> forgetNotices(MessageStore store, Clock clock) {
        return Tasks.recurring("notices.forget", FixedDelay.of(Duration.ofHours(6)))
                .execute((_, _) -> store.forget(clock.instant().minus(KEPT)));
    }
}
