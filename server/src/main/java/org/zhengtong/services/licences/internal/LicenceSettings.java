package org.zhengtong.services.licences.internal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How licences are numbered, and when holders are told that one ends.
 *
 * @param numberPrefix the place a document number begins with, such as 云溪 in 云溪民婚字〔2026〕00012
 * @param reminderDays how many days before its end a holder is told, once each
 */
@ConfigurationProperties("zhengtong.licences")
record LicenceSettings(
        @DefaultValue("云溪") String numberPrefix,
        @DefaultValue({"60", "30", "7"}) List<Integer> reminderDays) {
    LicenceSettings {
        reminderDays = reminderDays.stream().distinct().sorted().toList();
        if (reminderDays.stream().anyMatch(days -> days < 1 || days > 730)) {
            throw new IllegalArgumentException("zhengtong.licences.reminder-days: days from 1 to 730");
        }
    }
}
