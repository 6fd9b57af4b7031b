package org.zhengtong.testing;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.services.cases.FestivalCalendar;

/** What a program under test is given. */
final class TestProgram implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "zhengtong.database.url=" + TestDatabase.fresh(),
                        "zhengtong.database.data-directory=" + TestDatabase.temporaryFolder(),
                        "zhengtong.outbox.automatic=false")
                .applyTo(context);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        @Fallback
        FieldCipher plainCipher() {
            return new PlainCipher();
        }

        @Bean
        @Fallback
        BlindIndex plainIndex() {
            return (value, field) -> Sm3.digest((field + value).getBytes(StandardCharsets.UTF_8));
        }

        @Bean
        @Fallback
        WorkingCalendar festivalCalendar() {
            return new FestivalCalendar();
        }

        @Bean
        @Fallback
        AuditLog noAudit() {
            return (subject, action, actor, facts) -> {};
        }

        @Bean
        @Fallback
        Outbox noOutbox() {
            return (topic, subject, payload) -> {};
        }
    }
}
