package org.zhengtong.ground.outbox.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.outbox.DeadLetters;
import org.zhengtong.ground.outbox.EventHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one scheduler of the house: a room that has a job makes a bean of type {@link Task}, a recurring one is started
 * with the program. Who wants to plan a task injects {@link SchedulerClient}; the plan is part of the running transaction.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxConfiguration {
    private static final String TABLE = "outbox.scheduled_tasks";

    @Bean
    Courier courier(
            DeliveryStore store,
            ObjectProvider<EventHandler<?>> handlers,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock,
            RandomGenerator random,
            OutboxSettings settings) {
        return new Courier(
                store,
                handlers.orderedStream().toList(),
                new TransactionTemplate(transactions),
                json,
                clock,
                random,
                settings);
    }

    @Bean
    DeadLetters deadLetters(DeliveryStore store, Clock clock, Bell bell) {
        return new StoredDeadLetters(store, clock, bell);
    }

    @Bean
    RecurringTask<Void> outboxRound(Courier courier, OutboxSettings settings) {
        return Tasks.recurring("outbox.round", FixedDelay.of(settings.polling()))
                .execute((_, _) -> courier.runDue());
    }

    @Bean
    SchedulerClient schedulerClient(DataSource dataSource, JsonMapper json) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .serializer(new JsonSerializer(json))
                .tableName(TABLE)
                .build();
    }

    @Bean
    Rounds rounds(
            DataSource dataSource,
            ObjectProvider<Task<?>> tasks,
            JsonMapper json,
            OutboxSettings settings,
            Courier courier,
            Bell bell) {
        return new Rounds(
                () -> scheduler(dataSource, tasks.orderedStream().toList(), json, settings), courier, bell, settings);
    }

    private static Scheduler scheduler(
            DataSource dataSource, List<Task<?>> tasks, JsonMapper json, OutboxSettings settings) {
        List<Task<?>> waiting =
                tasks.stream().filter(task -> !(task instanceof OnStartup)).toList();
        var builder = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), waiting);
        tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .map(RecurringTask.class::cast)
                .forEach(builder::startTasks);
        return builder.serializer(new JsonSerializer(json))
                .tableName(TABLE)
                .threads(4)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 1).factory()))
                .pollingInterval(settings.polling())
                .heartbeatInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }
}
