package org.zhengtong.voice.evaluation.internal;

import java.util.List;
import org.zhengtong.services.catalogue.PipeTable;
import org.zhengtong.voice.evaluation.Indicator;

/** The national list of reasons, as it stands in {@code voice/evaluation/indicators.psv}. */
final class NationalIndicators {
    private NationalIndicators() {}

    static List<Indicator> read() {
        return PipeTable.read("voice/evaluation/indicators.psv").rows().stream()
                .map(row -> new Indicator(Integer.parseInt(row.get("code")), row.get("text")))
                .toList();
    }
}
