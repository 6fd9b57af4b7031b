package org.zhengtong.ground.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The pattern of the log, as it is configured. */
class LogLinesTest {
    private static final String FORGED = "2026-11-30T08:00:00.000+08:00 INFO  LiveSessions: all is well";
    private final LoggerContext context = new LoggerContext();
    private final PatternLayout lines = lines();

    @Test
    void a_line_begins_with_the_time_and_its_offset() {
        assertThat(lines.doLayout(event("opened", null)))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}([+-]\\d\\d:\\d\\d|Z) WARN {2}Refusals: opened\n");
    }

    @Test
    void nothing_from_outside_begins_a_line_of_its_own() {
        String told =
                lines.doLayout(event("unknown account x\r\n" + FORGED, new IllegalStateException("x\n" + FORGED)));

        assertThat(told).contains(FORGED);
        assertThat(told.lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("    "));
        assertThat(told).endsWith("\n");
    }

    private LoggingEvent event(String message, @Nullable Throwable failure) {
        return new LoggingEvent(
                "",
                context.getLogger("org.zhengtong.ground.web.internal.Refusals"),
                Level.WARN,
                message,
                failure,
                null);
    }

    private PatternLayout lines() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties settings = Objects.requireNonNull(yaml.getObject());
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(Objects.requireNonNull(settings.getProperty("logging.pattern.console")));
        layout.start();
        return layout;
    }
}
