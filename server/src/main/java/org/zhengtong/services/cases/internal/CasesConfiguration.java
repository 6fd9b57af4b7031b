package org.zhengtong.services.cases.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CasesSettings;
import org.zhengtong.services.cases.SoundHistory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CasesSettings.class)
class CasesConfiguration {
    @Bean
    CaseRules caseRules(WorkingCalendar calendar, CasesSettings settings) {
        return new CaseRules(calendar, settings.correctionDays(), settings.deferralDays());
    }

    @Bean
    CaseReplay caseReplay(CaseRules rules) {
        return new CaseReplay(rules);
    }

    @Bean
    SoundHistory soundHistory(CaseReplay replay, CaseClocks clocks) {
        return new SoundHistory(replay, clocks);
    }

    @Bean
    CaseClocks caseClocks(WorkingCalendar calendar) {
        return new CaseClocks(calendar);
    }
}
