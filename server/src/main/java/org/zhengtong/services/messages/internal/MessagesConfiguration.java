package org.zhengtong.services.messages.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.services.messages.Carrier;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.MessagesSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagesSettings.class)
class MessagesConfiguration {
    private static final Duration KEPT = Duration.ofDays(730);

    /** A connected carrier goes before the mail server of the settings, and in the demo city shown letters come last. */
    @Bean
    Carriers carriers(ObjectProvider<Carrier> connected, MessagesSettings settings, Environment environment) {
        Stream<Carrier> mail = settings.mailHost().stream()
                .filter(host -> !host.isBlank())
                .map(host -> new MailCarrier(host, settings));
        Stream<Carrier> shown = environment.acceptsProfiles(Profiles.of("demo | test"))
                ? Arrays.stream(MessageChannel.values()).map(DemoCarrier::new)
                : Stream.empty();
        return new Carriers(Stream.concat(connected.orderedStream(), Stream.concat(mail, shown))
                .toList());
    }

    @Bean(destroyMethod = "close")
    Carrying carrying(
            CarriageStore store,
            SubscriptionStore subscriptions,
            Carriers carriers,
            LetterWriting writing,
            Identity identity,
            Clock clock) {
        return new Carrying(store, subscriptions, carriers, writing, identity, clock);
    }

    /** Only begins: how long carriers take is no matter of the scheduler's threads. */
    @Bean
    RecurringTask<Void> messagesRound(Carrying carrying) {
        return Tasks.recurring("messages.round", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((_, _) -> carrying.begin());
    }

    @Bean
    RecurringTask<Void> forgetMessages(CaseMessageStore store, Clock clock) {
        return Tasks.recurring("messages.forget", FixedDelay.of(Duration.ofHours(24)))
                .execute((_, _) -> store.forget(clock.instant().minus(KEPT)));
    }
}
