package org.zhengtong.services.supervision;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When supervision warns, and what it takes for a pattern.
 *
 * @param warnAnswerDays a yellow card is issued when so many working days are left to answer a filing
 * @param warnPromisedDays a yellow card is issued when so many working days of the promised limit are left
 * @param warnStatutoryDays a yellow card is issued when so many working days of the statutory limit are left
 * @param reasonDays working days a post has for the reason; after that the head may close the card without it
 * @param lookBackDays how many days back patterns are looked for
 * @param refiledWithinDays working days between the end of a case and its filing again that make them one matter
 * @param corrections corrections and returns of one matter over several filings that are endless
 * @param swiftMinutes a case decided within so many minutes of its filing was handled elsewhere; not where one working day or less is promised
 * @param swiftCases so many of them by one member of staff on one day make a pattern
 * @param officeOpens before this staff are out of hours
 * @param officeCloses after this staff are out of hours
 * @param afterHoursCases cases one member of staff carried on outside office hours on one day that make a pattern
 * @param pauseSlackDays a pause covers an overdue exactly when so many working days or less were left at the decision
 * @param extensionsInBulk extensions by one member of staff on one day that make a pattern
 * @param silentAcceptances filings of one item counted as accepted without an answer that make a pattern
 */
@Validated
@ConfigurationProperties("zhengtong.supervision")
public record SupervisionSettings(
        @DefaultValue("1") @Min(0) @Max(4) int warnAnswerDays,
        @DefaultValue("1") @Min(0) @Max(60) int warnPromisedDays,
        @DefaultValue("2") @Min(0) @Max(60) int warnStatutoryDays,
        @DefaultValue("3") @Min(1) @Max(30) int reasonDays,
        @DefaultValue("90") @Min(1) @Max(366) int lookBackDays,
        @DefaultValue("5") @Min(0) @Max(60) int refiledWithinDays,
        @DefaultValue("3") @Min(2) @Max(20) int corrections,
        @DefaultValue("10") @Min(1) @Max(480) int swiftMinutes,
        @DefaultValue("5") @Min(2) @Max(1000) int swiftCases,
        @DefaultValue("08:00") LocalTime officeOpens,
        @DefaultValue("19:00") LocalTime officeCloses,
        @DefaultValue("10") @Min(2) @Max(1000) int afterHoursCases,
        @DefaultValue("1") @Min(0) @Max(10) int pauseSlackDays,
        @DefaultValue("5") @Min(2) @Max(1000) int extensionsInBulk,
        @DefaultValue("3") @Min(2) @Max(1000) int silentAcceptances) {}
