package org.zhengtong.voice.evaluation.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.services.systems.Indicator;
import org.zhengtong.voice.evaluation.Evaluations;

/**
 * First how satisfied, then why.
 *
 * @param level chosen already
 * @param reasons of that level
 * @param address of this page
 */
public record RatingView(
        Evaluations.Invitation invitation,
        Optional<Level> level,
        List<Indicator> reasons,
        String address,
        boolean tablet) {

    static RatingView of(
            Evaluations.Invitation invited,
            Optional<Level> level,
            Evaluations evaluations,
            String address,
            boolean tablet) {
        return new RatingView(
                invited,
                level,
                evaluations.indicators().stream()
                        .filter(one -> level.filter(chosen -> chosen.stars() == one.stars())
                                .isPresent())
                        .toList(),
                address,
                tablet);
    }
}
