package org.zhengtong.ground.calendar.internal;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.zhengtong.ground.calendar.WorkingCalendar;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    WorkingCalendar workingCalendar() throws IOException {
        try (InputStream notices = new ClassPathResource("ground/calendar/workdays.json").getInputStream()) {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(notices, AnnouncedCalendar.Notices.class)
                    .calendar();
        }
    }
}
