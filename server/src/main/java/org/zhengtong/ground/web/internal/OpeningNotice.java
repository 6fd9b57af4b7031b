package org.zhengtong.ground.web.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the administrator who started the program where to look. */
@Component
class OpeningNotice {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningNotice.class);

    @EventListener
    void opened(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            Duration taken = event.getTimeTaken() == null ? Duration.ZERO : event.getTimeTaken();
            LOG.info(
                    "Zhengtong is open at http://localhost:{} (started in {} ms; Ctrl-C stops it)",
                    context.getWebServer().getPort(),
                    taken.toMillis());
        }
    }
}
