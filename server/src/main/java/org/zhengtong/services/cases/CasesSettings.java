package org.zhengtong.services.cases;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param receiptPrefix the first letters of every receipt number, those of the city
 * @param correctionDays working days an applicant has for a correction
 * @param deferralDays working days after acceptance for a material that may follow
 * @param reminderDays working days before the end of the correction, or of the time for a material that may follow, at
 *     which the applicant is reminded
 * @param archiveDays days after delivery at which a case goes into the archive; sixty are those in which one may ask for
 *     reconsideration (行政复议法 20)
 */
@Validated
@ConfigurationProperties("zhengtong.cases")
public record CasesSettings(
        @DefaultValue("YX") @Pattern(regexp = "[A-HJKMNP-Z]{2,4}") String receiptPrefix,

        @DefaultValue("30") @Min(5) @Max(120) int correctionDays,
        @DefaultValue("10") @Min(3) @Max(60) int deferralDays,
        @DefaultValue("5") @Min(1) @Max(20) int reminderDays,
        @DefaultValue("60") @Min(1) @Max(3650) int archiveDays) {}
