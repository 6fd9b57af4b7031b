package org.zhengtong.services.filing.internal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.services.filing.FormCheck;

/** The check of forms, with the divisions and the day it needs. */
@Configuration(proxyBeanMethods = false)
class Checks {
    @Bean
    FormCheck formCheck(Regions regions, Clock clock) {
        return new FormCheck(regions, clock);
    }
}
