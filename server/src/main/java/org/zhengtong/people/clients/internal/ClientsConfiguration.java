package org.zhengtong.people.clients.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.calls.Post;
import org.zhengtong.ground.calls.Reach;
import org.zhengtong.people.clients.ClientsSettings;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.clients.SigningKeys;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientsSettings.class)
class ClientsConfiguration {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    /** So long a used token is known as used, which is longer than it was good. */
    private static final Duration TOKENS_KEPT = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    OrderCheck orderCheck(ClientsSettings settings) {
        return new OrderCheck(Reach.of(settings.allowedNetworks()));
    }

    @Bean(destroyMethod = "close")
    Farewells farewells(
            FarewellStore store, ClientStore clients, SigningKeys keys, Issuer issuer, OrderCheck check, Clock clock) {
        Post post = new Post(check.reach(), LONGEST_ANSWER, (SSLSocketFactory) SSLSocketFactory.getDefault());
        return new Farewells(store, clients, keys, issuer, post, clock);
    }

    /** Only begins: how long clients take is no matter of the scheduler's threads. */
    @Bean
    RecurringTask<Void> farewellRound(Farewells farewells) {
        return Tasks.recurring("clients.farewells", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((_, _) -> farewells.begin());
    }

    @Bean
    RecurringTask<Void> sessionsOver(Endings endings) {
        return Tasks.recurring("clients.sessions-over", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> endings.lookAtAll());
    }

    @Bean
    RecurringTask<Void> changeSigningKey(StoredSigningKeys keys) {
        return Tasks.recurring("clients.signing-key", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> keys.changeWhenDue());
    }

    @Bean
    RecurringTask<Void> forgetSignIns(SignInStore signIns, ClientStore clients, FarewellStore farewells, Clock clock) {
        return Tasks.recurring("clients.forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    Instant now = clock.instant();
                    signIns.forget(now.minus(TOKENS_KEPT), now.minus(KEPT));
                    clients.forgetAssertions(now);
                    farewells.forget(now.minus(KEPT));
                });
    }
}
