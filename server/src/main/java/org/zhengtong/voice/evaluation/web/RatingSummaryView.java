package org.zhengtong.voice.evaluation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.systems.Indicator;
import org.zhengtong.voice.evaluation.Evaluations;

/**
 * A day of ratings.
 *
 * @param summary empty when the body has no window in any hall
 * @param indicators the national list, for the words of the reasons
 */
public record RatingSummaryView(
        List<Hall> halls,
        Optional<Hall> hall,
        LocalDate day,
        Optional<Evaluations.Summary> summary,
        List<Indicator> indicators) {}
