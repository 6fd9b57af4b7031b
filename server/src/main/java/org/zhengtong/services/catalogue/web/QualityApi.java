package org.zhengtong.services.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.services.catalogue.BodyScore;
import org.zhengtong.services.catalogue.BodyScore.Measure;

/** The scores for programs. */
@Tag(name = "Catalogue")
@RestController
class QualityApi {
    private final Scores scores;

    QualityApi(Scores scores) {
        this.scores = scores;
    }

    @Operation(summary = "How good each body's entries are, out of 100, with the measures the score is made of")
    @GetMapping("/api/v1/quality")
    Quality quality() {
        return new Quality(
                BodyScore.SHARED,
                Arrays.stream(Measure.values())
                        .map(measure -> new Weight(QualityView.id(measure), measure.weight()))
                        .toList(),
                scores.current().stream().map(QualityApi::body).toList());
    }

    private static ScoredBody body(BodyScore score) {
        return new ScoredBody(
                score.uscc(),
                score.name(),
                rounded(score.score(), 1),
                score.items(),
                score.findings(),
                score.advice(),
                Arrays.stream(Measure.values())
                        .map(measure -> new Measured(
                                QualityView.id(measure),
                                rounded(score.own(measure), 4),
                                rounded(score.counted(measure), 4),
                                rounded(score.points(measure), 1)))
                        .toList());
    }

    private static BigDecimal rounded(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    }

    /** @param sharedItems how many items of the city's average are counted with each body */
    record Quality(int sharedItems, List<Weight> measures, List<ScoredBody> bodies) {}

    record Weight(String measure, int points) {}

    record ScoredBody(
            String uscc, String name, BigDecimal score, int items, int findings, int advice, List<Measured> measures) {}

    /** @param ownShare the body's own, {@code countedShare} the one that counts */
    record Measured(String measure, BigDecimal ownShare, BigDecimal countedShare, BigDecimal points) {}
}
