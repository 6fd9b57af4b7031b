package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.BodyScore.Measure;

class BodyScoreTest {
    private final List<ServiceItem> city = new EntryList().entries(YunxiBodies.read());

    @Test
    void the_measures_are_worth_a_hundred_points_together() {
        assertThat(Arrays.stream(Measure.values()).mapToInt(Measure::weight).sum())
                .isEqualTo(100);
    }

    @Test
    void every_body_with_an_entry_has_a_score_and_the_best_comes_first() {
        List<BodyScore> scores = BodyScore.of(city);

        assertThat(scores)
                .extracting(BodyScore::uscc)
                .containsExactlyInAnyOrderElementsOf(
                        city.stream().map(ServiceItem::bodyUscc).distinct().toList());
        assertThat(scores).extracting(BodyScore::score).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(scores).allSatisfy(score -> assertThat(score.score()).isBetween(0.0, 100.0));
        assertThat(scores.stream().mapToInt(BodyScore::items).sum()).isEqualTo(city.size());
    }

    @Test
    void an_entry_with_a_finding_costs_its_share_of_the_points_for_the_rules() {
        ServiceItem whole = YunxiBodies.item("食品经营许可");
        ServiceItem broken = whole.withQuestions(List.of());

        BodyScore score = BodyScore.of(List.of(whole, broken)).getFirst();

        assertThat(score.findings()).isEqualTo(1);
        assertThat(score.own(Measure.RULES)).isEqualTo(0.5, within(1e-9));
        assertThat(score.points(Measure.RULES)).isEqualTo(15, within(1e-9));
    }

    @Test
    void a_small_body_is_drawn_to_the_citys_average_and_a_large_one_hardly() {
        ServiceItem offline = YunxiBodies.item("普通护照签发");
        List<ServiceItem> online =
                city.stream().filter(ServiceItem::fullyOnline).limit(95).toList();
        List<ServiceItem> all =
                Stream.concat(Stream.of(offline), online.stream()).toList();
        double average = online.size() / (double) all.size();

        List<BodyScore> scores = BodyScore.of(all);

        assertThat(scores).allSatisfy(score -> {
            double share = score.own(Measure.ONLINE);
            double expected = (score.items() * share + BodyScore.SHARED * average) / (score.items() + BodyScore.SHARED);
            assertThat(score.counted(Measure.ONLINE)).isEqualTo(expected, within(1e-9));
            assertThat(Math.abs(score.counted(Measure.ONLINE) - average))
                    .isLessThanOrEqualTo(Math.abs(share - average) + 1e-9);
        });
    }
}
