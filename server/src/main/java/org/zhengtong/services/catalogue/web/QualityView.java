package org.zhengtong.services.catalogue.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.services.catalogue.BodyScore;
import org.zhengtong.services.catalogue.BodyScore.Measure;

/** The scores of all bodies in the order somebody wants. */
public record QualityView(List<BodyScore> scores, String sort) {
    private static final String SCORE = "score";

    /** Any other word than those of the headings sorts by the score. */
    static QualityView of(List<BodyScore> scores, String sort) {
        Optional<Measure> measure = Arrays.stream(Measure.values())
                .filter(one -> id(one).equals(sort))
                .findFirst();
        if (measure.isPresent()) {
            return new QualityView(
                    sorted(
                            scores,
                            Comparator.comparingDouble((BodyScore score) -> score.points(measure.get()))
                                    .reversed()),
                    sort);
        }
        return switch (sort) {
            case "body" ->
                new QualityView(
                        sorted(scores, Comparator.comparing(BodyScore::name, Collator.getInstance(Locale.CHINA))),
                        sort);
            case "items" ->
                new QualityView(
                        sorted(scores, Comparator.comparingInt(BodyScore::items).reversed()), sort);
            case "advice" -> new QualityView(sorted(scores, Comparator.comparingInt(BodyScore::advice)), sort);
            default -> new QualityView(scores, SCORE);
        };
    }

    static String id(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    public String address(Measure measure) {
        return "/quality?sort=" + id(measure);
    }

    public boolean by(Measure measure) {
        return id(measure).equals(sort);
    }

    private static List<BodyScore> sorted(List<BodyScore> scores, Comparator<BodyScore> order) {
        return scores.stream().sorted(order).toList();
    }
}
